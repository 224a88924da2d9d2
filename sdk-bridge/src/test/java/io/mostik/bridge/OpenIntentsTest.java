package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process with a heap of 96 MB and many open intents: overdue ones after a kill, and ones that wait for later.
 * {@code -Dmostik.bridge.overdue=10000 -Dmostik.bridge.waiting=100000} measures; the build only sees that it works.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class OpenIntentsTest {

    private static final int OVERDUE = Integer.getInteger("mostik.bridge.overdue", 500);
    private static final int WAITING = Integer.getInteger("mostik.bridge.waiting", 2_000);
    private static final int NEW = 20;
    private static final long SEED = 7;
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOOKS = 6_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2 file", "PostgreSQL"})
    void givenManyOverdue_whenKilledAndStarted_thenTheFirstIsTriedSoon(String name) throws Exception {
        BridgeStore store = store(name);
        fill(store, OVERDUE, Duration.ofMinutes(-5));
        try (SocketVendor first = new SocketVendor(SEED);
                SocketVendor second = new SocketVendor(SEED)) {
            Process killed = BridgeProgram.start(store, first.port(), folder.resolve("errors"));
            try {
                int unusedPort = CallerLine.portOf(killed);
                awaitFirst(first);
            } finally {
                int unused = killed.destroyForcibly().waitFor();
            }
            long launched = System.nanoTime();
            Process process = BridgeProgram.start(store, second.port(), folder.resolve("errors"));
            try {
                int unusedPort = CallerLine.portOf(process);
                long started = System.nanoTime();
                awaitFirst(second);
                double sinceStart = seconds(started);
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d overdue after a kill: first attempt %.1f s after the start of the bridge, %.1f s after"
                                + " that of the process%n",
                        name,
                        OVERDUE,
                        sinceStart,
                        seconds(launched));
                assertThat(sinceStart).isLessThan(PATIENCE_SECONDS);
            } finally {
                int unused = process.destroyForcibly().waitFor();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2 file", "PostgreSQL"})
    void givenManyThatWait_whenMoreCome_thenTheJournalWorksOnInASmallHeap(String name) throws Exception {
        BridgeStore store = store(name);
        fill(store, WAITING, Duration.ofHours(2));
        try (SocketVendor vendor = new SocketVendor(SEED)) {
            long launched = System.nanoTime();
            Process process = BridgeProgram.start(store, vendor.port(), folder.resolve("errors"));
            try (CallerLine line = CallerLine.to(process)) {
                double started = seconds(launched);
                long asked = System.nanoTime();
                for (int i = 0; i < NEW; i++) {
                    assertThat(line.ask("accept fresh new-" + i + " fresh-" + i + " 10"))
                            .isNotEqualTo("ask again");
                }
                for (int looks = 0; vendor.books().size() < NEW; looks++) {
                    assertThat(looks).isLessThan(LOOKS);
                    pass();
                }
                double done = seconds(asked);
                int open = Integer.parseInt(line.ask("open"));
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d open in a heap of 96 MB: started after %.1f s, %d more done within %.1f s, heap in use"
                                + " %d MB, memory of the process %d MB%n",
                        name,
                        WAITING,
                        started,
                        NEW,
                        done,
                        Long.parseLong(line.ask("memory")) / 1024,
                        residentMegabytes(process));
                assertThat(open).isGreaterThanOrEqualTo(WAITING);
                assertThat(process.isAlive()).isTrue();
                assertThat(Files.readString(folder.resolve("errors"))).doesNotContain("OutOfMemoryError");
            } finally {
                int unused = process.destroyForcibly().waitFor();
            }
        }
    }

    private BridgeStore store(String name) {
        return name.equals("PostgreSQL") ? BridgeStore.postgres() : BridgeStore.h2File(folder);
    }

    /** Writes intents and their alarms down as they would have come, 500 a base. */
    private static void fill(BridgeStore store, int many, Duration due) throws SQLException {
        JdbcConnectionPool pool = store.pool();
        boolean isPostgres = store.url().startsWith("jdbc:postgresql:");
        String numbers = isPostgres
                ? "(select x from generate_series(1, " + many + ") as g(x)) n"
                : "system_range(1, " + many + ") n";
        String id = "lpad(cast(x as varchar), 26, '0')";
        try {
            Bridge unused = Bridge.builder(pool).build();
            long now = Instant.now().toEpochMilli();
            execute(
                    pool,
                    "insert into mb_intent (id, base, document, action, line, digest, connection, fields, state,"
                            + " next_step, code, results, subject, holds, event, accepted_at, changed_at, not_before,"
                            + " tries, begun, alarm, version) select " + id + ", 'base-' || (x / 500), 'd-' || x, '"
                            + BridgeProgram.ACT + "', '', repeat('0', 64), '', '{\"card\":\"' || x ||"
                            + " '\",\"sum\":\"10\"}', 'ACCEPTED', 'WAIT', 'accepted', '{}',"
                            + " 'card:' || x, true, 0, ?, ?, ?, 0, false, 1, 1 from " + numbers,
                    now,
                    now,
                    now + due.toMillis());
            execute(
                    pool,
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)"
                            + " select 'intent', " + id + " || '.1', current_timestamp + interval '"
                            + due.toMinutes() + "' minute, false, 1, 50 from " + numbers);
        } finally {
            pool.dispose();
        }
    }

    private static void execute(JdbcConnectionPool pool, String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int unused = statement.executeUpdate();
        }
    }

    private static void awaitFirst(SocketVendor vendor) throws InterruptedException {
        for (int looks = 0; vendor.books().isEmpty(); looks++) {
            assertThat(looks).as("waited for the first attempt").isLessThan(LOOKS);
            pass();
        }
    }

    private static void pass() throws InterruptedException {
        TimeSource.system().sleep(Duration.ofMillis(10));
    }

    /** Returns 0 where the system does not tell. */
    private static long residentMegabytes(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readString(status)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
