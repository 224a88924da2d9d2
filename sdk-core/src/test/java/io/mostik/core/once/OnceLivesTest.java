package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.Test;

/**
 * Lives with many faults at once, drawn by chance; late requests arrive within the settling time.
 * {@code -Dmostik.once.lives} says how many, {@code -Dmostik.once.seed} the first.
 */
@ExtendWith(OnceReport.class)
class OnceLivesTest {

    private static final int LIVES = Integer.getInteger("mostik.once.lives", 300);
    private static final long SEED = Long.getLong("mostik.once.seed", 20_261_129L);
    private static final int STEPS = 6;
    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ofSeconds(30), OnceLab.SETTLING, OnceLab.LEASE, OnceLab.BEYOND);

    @Test
    void givenChance_whenLivingInMemory_thenOnceOrFlagged() {
        LongStream.range(SEED, SEED + LIVES).forEach(seed -> live(seed, new OnceLab()));
    }

    @Test
    void givenChance_whenLivingInH2_thenOnceOrFlagged() {
        LongStream.range(SEED, SEED + Math.min(LIVES, 300)).forEach(seed -> {
            JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
            live(seed, new OnceLab(Optional.<StateStore>of(JdbcStateStore.create(pool))));
            pool.dispose();
        });
    }

    private static void live(long seed, OnceLab lab) {
        Random random = new Random(seed);
        try {
            for (int i = 0; i < STEPS; i++) {
                step(random, lab);
            }
            lab.vendor.next();
            lab.vendor.awake();
            lab.vendor.deliverLate();
            lab.vendor.blind(random.nextInt(8) == 0);
            lab.heal();
        } catch (AssertionError e) {
            throw new AssertionError("life with -Dmostik.once.seed=" + seed + " -Dmostik.once.lives=1", e);
        }
    }

    private static void step(Random random, OnceLab lab) {
        MortalStore node = lab.connection();
        lab.vendor.awake();
        lab.vendor.next(act(random), act(random));
        lab.vendor.blind(random.nextInt(4) == 0);
        Duration sleep = pause(random);
        Runnable other = () -> {
            lab.vendor.deliverLate();
            lab.sleep(sleep);
            lab.ask();
        };
        if (random.nextInt(8) == 0) {
            sleepInsideTheCall(random, lab, other);
        } else {
            sleepElsewhere(random, lab, node, other);
            spoil(random, node);
        }
        lab.ask(node);
        lab.vendor.deliverLate();
        lab.sleep(pause(random));
    }

    /** Who sleeps inside the call and then dies, or finds no store, can tell nobody; so here he lives. */
    private static void sleepInsideTheCall(Random random, OnceLab lab, Runnable other) {
        VendorAct act = act(random);
        boolean isDeath = act == VendorAct.DIES_BEFORE || act == VendorAct.DIES_AFTER;
        lab.vendor.next(isDeath ? VendorAct.FINE : act, act(random));
        lab.vendor.insideCall(other);
    }

    private static void sleepElsewhere(Random random, OnceLab lab, MortalStore node, Runnable other) {
        switch (random.nextInt(6)) {
            case 0 -> lab.vendor.beforeAnswer(other);
            case 1 -> lab.vendor.insideReadBack(other);
            case 2 -> node.at(awakeAtTheEnd(point(random)), other);
            default -> {}
        }
    }

    private static void spoil(Random random, MortalStore node) {
        switch (random.nextInt(6)) {
            case 0 -> node.dieAt(point(random));
            case 1 -> node.failAt(point(random));
            default -> {}
        }
    }

    /** Who sleeps after his last commit is told what was true then. */
    private static Point awakeAtTheEnd(Point point) {
        return point.equals(Point.after(3)) ? Point.before(3) : point;
    }

    private static VendorAct act(Random random) {
        return VendorAct.values()[random.nextInt(VendorAct.values().length)];
    }

    private static Point point(Random random) {
        return new Point(1 + random.nextInt(3), random.nextBoolean());
    }

    private static Duration pause(Random random) {
        return PAUSES.get(random.nextInt(PAUSES.size()));
    }
}
