package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.once.Once;
import io.mostik.core.once.OnceReport;
import io.mostik.core.once.OpenWrite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four processes perform the same 1,500 writes over one database. One is paused for longer than a lease and the
 * settling time, and one of the others is killed every second: each write happens exactly once, but for the one that
 * the paused process was at, which may happen twice and is reported then. H2 in a file lets in one process at a time,
 * so there is one, and no pause; there nothing may happen twice. {@code -Dmostik.once.kills} says how many are killed
 * while they run, six by default.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class OnceKillTest {

    private static final int KILLS = Integer.getInteger("mostik.once.kills", 6);
    private static final int KILLS_A_ROUND = 6;
    private static final int IDS = 1_500;
    private static final Duration PAUSE =
            OnceProgram.LEASE.plus(OnceProgram.SETTLING).plusSeconds(1);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_129L);

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @Test
    void givenPostgres_whenNodesAreKilled_thenEachWriteHappensOnce() throws Exception {
        killInRounds("PostgreSQL", StoreDatabase::postgres, 4);
    }

    @Test
    void givenMariaDb_whenNodesAreKilled_thenEachWriteHappensOnce() throws Exception {
        killInRounds("MariaDB", StoreDatabase::mariaDb, 4);
    }

    @Test
    void givenH2File_whenNodesAreKilled_thenEachWriteHappensOnce() throws Exception {
        killInRounds("H2 file", () -> StoreDatabase.h2InFile(folder), 1);
    }

    private void killInRounds(String name, Supplier<StoreDatabase> databases, int nodes) throws Exception {
        String suite = "Kills on " + name;
        try {
            for (int left = KILLS; left > 0; ) {
                int killed = killRound(databases.get(), nodes, Math.min(left, KILLS_A_ROUND), OnceReport.row(suite));
                assertThat(killed).as("killed, seed %d", SEED).isPositive();
                left -= killed;
            }
        } finally {
            OnceReport.publish(suite);
        }
    }

    /** Returns how many were killed while they ran. */
    private int killRound(StoreDatabase database, int count, int kills, OnceReport.Row row) throws Exception {
        List<Process> nodes = new ArrayList<>();
        int killed = 0;
        try (LossyServer vendor = new LossyServer(random.nextLong())) {
            for (int i = 0; i < count; i++) {
                nodes.add(start(database, vendor));
            }
            long begin = System.nanoTime();
            for (int i = 0; i < kills; i++) {
                killed += kill(nodes, database, vendor) ? 1 : 0;
                if (i == 0 && count > 1) {
                    begin = pause(nodes.get(0));
                }
            }
            if (count > 1) {
                wake(nodes.get(0), begin);
            }
            for (Process node : nodes) {
                assertThat(node.waitFor(5, TimeUnit.MINUTES))
                        .as("ends, seed %d", SEED)
                        .isTrue();
                assertThat(node.exitValue()).as("exit, seed %d", SEED).isZero();
            }
            row.killed(killed);
            assertOnce(vendor.books(), JdbcStateStore.create(database.open()), row, count > 1 ? 1 : 0);
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
        return killed;
    }

    private Process start(StoreDatabase database, LossyServer vendor) throws IOException {
        return OnceProgram.start(database, vendor.port(), IDS, random.nextLong());
    }

    /** Stops a process, wherever it is, and returns when. */
    private static long pause(Process node) throws Exception {
        signal("-STOP", node);
        return System.nanoTime();
    }

    /** Lets a paused process go on, but not before others have taken over what it was at. */
    private static void wake(Process node, long paused) throws Exception {
        long left = PAUSE.toNanos() - (System.nanoTime() - paused);
        boolean unused = node.waitFor(Math.max(0, left), TimeUnit.NANOSECONDS);
        signal("-CONT", node);
    }

    private static void signal(String name, Process node) throws Exception {
        int status = new ProcessBuilder("kill", name, Long.toString(node.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).as("kill %s", name).isZero();
    }

    /** Kills one of the nodes within two seconds, and puts another in its place; returns whether it still ran. */
    private boolean kill(List<Process> nodes, StoreDatabase database, LossyServer vendor) throws Exception {
        int victim = nodes.size() - 1 - random.nextInt(Math.max(1, nodes.size() - 1)); // the first one is paused
        boolean ended = nodes.get(victim).waitFor(500 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
        nodes.get(victim).destroyForcibly().waitFor();
        nodes.set(victim, start(database, vendor));
        return !ended;
    }

    private static void assertOnce(Map<String, Integer> books, StateStore store, OnceReport.Row row, int mostFlagged) {
        List<OpenWrite> open = Once.over(store).pending().toList();
        Set<String> flagged =
                open.stream().filter(OpenWrite::duplicated).map(OpenWrite::ref).collect(Collectors.toSet());
        List<String> silent = books.entrySet().stream()
                .filter(book -> book.getValue() > 1)
                .map(book -> book.getKey().substring(1))
                .filter(id -> !flagged.contains(id))
                .toList();
        row.writes(books.size());
        flagged.forEach(id -> row.flagged());
        row.silent(silent.size());
        row.stuck(open.size() - flagged.size() + IDS - books.size());
        assertThat(books).as("seed %d", SEED).hasSize(IDS);
        assertThat(silent).as("twice, silent, seed %d", SEED).isEmpty();
        assertThat(open).as("open, seed %d", SEED).hasSize(flagged.size());
        assertThat(flagged).as("twice, reported, seed %d", SEED).hasSizeLessThanOrEqualTo(mostFlagged);
    }
}
