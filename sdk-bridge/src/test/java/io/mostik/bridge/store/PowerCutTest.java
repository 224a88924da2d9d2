package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.store.CutDisk.Loss;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Cuts the power at a random write of H2 while callers send and the bridge acts: what a caller was
 * told is in the journal afterwards, with its alarm or within reach of the sweep, and what was sent has its note.
 * {@code -Dmostik.bridge.cuts} says how often, {@code -Dmostik.seed} repeats a run.
 */
@Timeout(1800)
class PowerCutTest {

    private static final int CUTS = Integer.getInteger("mostik.bridge.cuts", 6);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_201L);
    private static final int CALLERS = 6;
    private static final int MOST_WRITES = 250;
    private static final List<Loss> LOSSES = List.of(Loss.ALL, Loss.WRITES, Loss.BLOCKS);

    @BeforeAll
    static void register() {
        CutDisk.register();
        OrderedFiles.register();
    }

    @Test
    void givenPower_whenCut_thenAllThatWasToldIsThere() throws Exception {
        Random random = new Random(SEED);
        int told = 0;
        int sent = 0;
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            Loss loss = LOSSES.get(i % LOSSES.size());
            Left left = cut(i, loss, true, random);
            told += left.told().size();
            sent += left.sent().size();
            lost.addAll(missing(left));
        }
        System.out.printf(
                "%d power cuts with seed %d: %d intents told, %d sent, missing %d%n",
                CUTS, SEED, told, sent, lost.size());
        assertThat(lost).as("missing, seed %d", SEED).isEmpty();
        assertThat(told).as("seed %d", SEED).isPositive();
        assertThat(sent).as("seed %d", SEED).isPositive();
    }

    /** A kill takes what is in memory only; what H2 has written stays. */
    @Test
    void givenProcess_whenKilled_thenAllThatWasToldIsThere() throws Exception {
        Random random = new Random(SEED);
        int told = 0;
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            Left left = cut(CUTS + 1 + i, Loss.KILL, false, random);
            told += left.told().size();
            lost.addAll(missing(left));
        }
        System.out.printf("%d kills with seed %d: %d intents told, missing %d%n", CUTS, SEED, told, lost.size());
        assertThat(lost).as("missing, seed %d", SEED).isEmpty();
        assertThat(told).as("seed %d", SEED).isPositive();
    }

    /** The counter-proof: the disk of this test does lose what is not forced. */
    @Test
    void givenProcess_whenCut_thenSomethingIsLost() throws Exception {
        Left left = cut(CUTS, Loss.ALL, false, new Random(SEED));

        assertThat(missing(left)).as("seed %d", SEED).isNotEmpty();
    }

    /** Lets a bridge work until the cut, and returns what callers and vendor had seen by then. */
    private static Left cut(int number, Loss loss, boolean isPowerSafe, Random random) throws Exception {
        String name = "cut" + number;
        Queue<String> told = new ConcurrentLinkedQueue<>();
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        Left left = new Left(name + "-left", loss, new ArrayList<>(), new ArrayList<>());
        AtomicInteger writes = new AtomicInteger(1 + random.nextInt(MOST_WRITES));
        Random fate = new Random(random.nextLong());
        JdbcConnectionPool pool = pool((isPowerSafe ? "ordered:" : "") + "cut:memFS:" + name);
        Bridge[] bridge = new Bridge[1];
        bridge[0] = Bridge.builder(pool)
                .threads(4)
                .powerSafe(isPowerSafe)
                .actions(context -> List.of(TestAction.of(call -> send(bridge[0], call, sent))))
                .build();
        CutDisk.onWrite(name, () -> {
            if (writes.decrementAndGet() == 0) {
                left.told().addAll(told);
                left.sent().addAll(sent);
                copy(name, left, fate);
            }
        });
        bridge[0].start();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String caller = "base-" + i;
            calls.add(() -> {
                for (int next = 0; writes.get() > 0; next++) {
                    String document = caller + "-" + next;
                    bridge[0].intents().accept(request(document));
                    told.add(document);
                }
                return null;
            });
        }
        try {
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
            bridge[0].close();
            pool.dispose();
            CutDisk.forget(name);
        }
        return left;
    }

    private static ActionResult send(Bridge bridge, ActionCall call, Queue<String> sent) {
        if (bridge.store()
                .write("sent:" + call.document(), "about to send", StateStore.ABSENT, Optional.empty())
                .isPresent()) {
            sent.add(call.document());
        }
        return ActionResult.done("done");
    }

    private static void copy(String name, Left left, Random fate) {
        try {
            CutDisk.cut(name, left.loss(), fate, left.database());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens what is left, as the next start would, and returns what is not there. */
    private static List<String> missing(Left left) {
        JdbcConnectionPool pool = pool("memFS:" + left.database());
        List<String> missing = new ArrayList<>();
        try {
            Bridge bridge = Bridge.builder(pool).build();
            BridgeDatabase database = BridgeDatabase.open(bridge.dataSource());
            for (String document : left.told()) {
                Optional<Intent> intent = bridge.intents().find(key(document));
                if (intent.isEmpty() || !isWithinReach(database, intent.get())) {
                    missing.add(document);
                }
            }
            for (String document : left.sent()) {
                if (bridge.store().find("sent:" + document).isEmpty()) {
                    missing.add("note of " + document);
                }
            }
        } catch (StateStoreException e) {
            missing.add(left + " does not open: " + e + " " + e.getCause());
        } finally {
            pool.dispose();
            CutDisk.forget(left.database());
        }
        return missing;
    }

    /** The alarm is there, or the intent is one of those that the sweep looks at. */
    private static boolean isWithinReach(BridgeDatabase database, Intent intent) {
        return intent.state().isEnd()
                || database.read(
                                "find an alarm",
                                connection -> Sql.find(
                                        connection,
                                        "select 1 from mb_intent where id = ? and (not_before is not null or exists"
                                                + " (select 1 from scheduled_tasks where task_instance = mb_intent.id ||"
                                                + " '.' || mb_intent.alarm))",
                                        row -> row.getInt(1),
                                        intent.id()))
                        .isPresent();
    }

    private static IntentRequest request(String document) {
        return IntentRequest.of(key(document), "", Fields.of("sum", "1450.50").with("card", "card of " + document));
    }

    private static IntentKey key(String document) {
        return IntentKey.of(document.substring(0, document.lastIndexOf('-')), "test.act", document);
    }

    private static JdbcConnectionPool pool(String address) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:" + address + ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE", "", "");
        pool.setMaxConnections(20);
        return pool;
    }

    /** What a cut leaves, and what was known outside just before. */
    private record Left(String database, Loss loss, List<String> told, List<String> sent) {}
}
