package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;

/** Sees who waits for a lock in PostgreSQL. */
final class LockWaits {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LockWaits() {}

    /** Waits until somebody waits for a connection, or until what was expected to wait is over. */
    static void await(JournalLab lab, Connection holder, Future<?> waiter) throws SQLException {
        int process = Sql.find(holder, "select pg_backend_pid()", row -> row.getInt(1))
                .orElseThrow();
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean isAwaited = false;
        while (!isAwaited && !waiter.isDone() && System.nanoTime() < end) {
            isAwaited = lab.database
                    .read(
                            "see who waits",
                            connection -> Sql.find(
                                    connection,
                                    "select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid))",
                                    row -> row.getInt(1),
                                    process))
                    .isPresent();
        }
        assertThat(isAwaited || waiter.isDone()).as("somebody waits").isTrue();
    }
}
