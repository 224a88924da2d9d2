package io.mostik.core.once;

import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random sequences of faults over one write, a "life" each; late requests arrive within the settling time.
 * {@code -Dmostik.once.lives} says how many, {@code -Dmostik.once.seed} the first.
 */
@OnEveryStore
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class OnceLivesTest {

    private final EngineStore stores;

    private static final int LIVES = Integer.getInteger("mostik.once.lives", 300);
    private static final long SEED = Long.getLong("mostik.once.seed", 20_261_129L);
    private static final int STEPS = 6;
    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ofSeconds(30), OnceLab.SETTLING, OnceLab.LEASE, OnceLab.BEYOND);

    OnceLivesTest(EngineStore stores) {
        this.stores = stores;
    }

    @Test
    void givenRandomFaults_whenPerforming_thenOnceOrFlagged() {
        LongStream.range(SEED, SEED + LIVES).forEach(seed -> live(seed, new OnceLab(stores)));
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

    /** A sender that sleeps inside the call and then dies, or loses the store, cannot report the double. Not here. */
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

    /** A node that sleeps after its last commit returns what was true before: here it sleeps before that commit. */
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
