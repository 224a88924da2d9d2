package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.once.Once;
import io.mostik.core.once.OpenWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three processes perform the same 1,500 writes over one database, and one of them is killed every second: each write
 * happens exactly once. {@code -Dmostik.once.kills} says how many are killed, six by default.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class OnceKillTest {

    private static final int KILLS = Integer.getInteger("mostik.once.kills", 6);
    private static final int KILLS_A_ROUND = 6;
    private static final int IDS = 1_500;
    private static final int NODES = 3;
    private static final long SEED = Long.getLong("mostik.seed", 20_261_129L);

    private final Random random = new Random(SEED);

    @Test
    void givenPostgres_whenNodesAreKilled_thenEachWriteHappensOnce() throws Exception {
        killInRounds(true);
    }

    @Test
    void givenMariaDb_whenNodesAreKilled_thenEachWriteHappensOnce() throws Exception {
        killInRounds(false);
    }

    private void killInRounds(boolean isPostgres) throws Exception {
        for (int left = KILLS; left > 0; left -= KILLS_A_ROUND) {
            StoreDatabase database = isPostgres ? StoreDatabase.postgres() : StoreDatabase.mariaDb();
            killRound(database, Math.min(left, KILLS_A_ROUND));
        }
    }

    private void killRound(StoreDatabase database, int kills) throws Exception {
        StateStore store = JdbcStateStore.create(database.open());
        List<Process> nodes = new ArrayList<>();
        try (LossyServer vendor = new LossyServer(random.nextLong())) {
            for (int i = 0; i < NODES; i++) {
                nodes.add(OnceProgram.start(database, vendor.port(), IDS, random.nextLong()));
            }
            for (int i = 0; i < kills; i++) {
                kill(nodes, OnceProgram.start(database, vendor.port(), IDS, random.nextLong()));
            }
            for (Process node : nodes) {
                assertThat(node.waitFor(5, TimeUnit.MINUTES))
                        .as("ends, seed %d", SEED)
                        .isTrue();
                assertThat(node.exitValue()).as("exit, seed %d", SEED).isZero();
            }
            assertOnce(vendor.books(), store);
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
    }

    /** Kills one of the nodes within a second, and puts another in its place. */
    private void kill(List<Process> nodes, Process next) throws InterruptedException {
        Process victim = nodes.get(random.nextInt(NODES));
        boolean unused = victim.waitFor(500 + random.nextInt(1_000), TimeUnit.MILLISECONDS);
        victim.destroyForcibly().waitFor();
        nodes.set(nodes.indexOf(victim), next);
    }

    private static void assertOnce(Map<String, Integer> books, StateStore store) {
        assertThat(books).as("seed %d", SEED).hasSize(IDS);
        assertThat(books.values()).as("seed %d", SEED).containsOnly(1);
        assertThat(Once.over(store).pending().map(OpenWrite::toString))
                .as("open, seed %d", SEED)
                .isEmpty();
    }
}
