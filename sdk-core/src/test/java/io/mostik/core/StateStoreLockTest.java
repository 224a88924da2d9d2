package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mostik.core.StateStore.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that somebody else holds for longer than anybody wants to wait. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StateStoreLockTest {

    private static final Limit SHORT = new Limit(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Limit LONG = new Limit(Duration.ofMinutes(10), Duration.ofSeconds(5));

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    static List<Named<Supplier<StoreDatabase>>> servers() {
        return List.of(
                Named.of("PostgreSQL", StoreDatabase::postgres),
                Named.of("MariaDB", StoreDatabase::mariaDb),
                Named.of("MariaDB by MySQL's driver", StoreDatabase::mariaDbByMySqlDriver));
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenLockedRow_whenWriting_thenFailsInBoundedTime(Supplier<StoreDatabase> server) throws Exception {
        StoreDatabase database = server.get();
        JdbcStateStore.create(database.openPooled()).put("a", "0");
        StateStore store = JdbcStateStore.create(database.openPooled(), Optional.empty(), SHORT);
        store.put("a", "1");

        try (Connection holder = holding(database)) {
            assertThatExceptionOfType(StateStoreException.class)
                    .isThrownBy(() -> store.put("a", "secret"))
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret"));
            assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> store.commit(twoChanges()));
            holder.rollback();
        }

        assertThat(store.commit(twoChanges())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenLockedRow_whenInterrupted_thenEndsAndKeepsTheFlag(Supplier<StoreDatabase> server) throws Exception {
        StoreDatabase database = server.get();
        StateStore store = JdbcStateStore.create(database.openPooled(), Optional.empty(), LONG);
        store.put("a", "1");
        CountDownLatch started = new CountDownLatch(1);

        try (Connection holder = holding(database)) {
            Future<Boolean> flag = threads.submit(() -> {
                started.countDown();
                assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> store.put("a", "2"));
                return Thread.currentThread().isInterrupted();
            });
            started.await();
            assertThat(isWaiting(flag)).isTrue();
            threads.shutdownNow();

            assertThat(flag.get(1, TimeUnit.MINUTES)).isTrue();
            holder.rollback();
        }

        assertThat(store.find("a")).map(StateStore.Entry::value).contains("1");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenOldSnapshot_whenKeyIsTaken_thenItIsAConflict(Supplier<StoreDatabase> server) throws Exception {
        StoreDatabase database = server.get();
        JdbcStateStore store = JdbcStateStore.create(database.openPooled());

        try (Connection transaction = database.open().getConnection()) {
            transaction.setAutoCommit(false);
            StateStore inside = store.within(transaction);
            assertThat(inside.find("a")).isEmpty();
            store.put("a", "1");

            assertThat(inside.write("a", "", StateStore.ABSENT, Optional.of(Duration.ofDays(1))))
                    .isEmpty();
            transaction.rollback();
        }
    }

    @Test
    void givenInterruptedThread_whenWriting_thenWritesAndKeepsTheFlag() {
        StateStore store = JdbcStateStore.create(StoreDatabase.h2InMemory().openPooled());

        Thread.currentThread().interrupt();
        store.put("a", "1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.find("a")).isPresent();
    }

    @Test
    void givenLockedRowInH2_whenWriting_thenFailsInBoundedTime() throws Exception {
        StoreDatabase database = StoreDatabase.h2InMemory();
        StateStore store = JdbcStateStore.create(database.openPooled());
        store.put("a", "1");

        try (Connection holder = holding(database)) {
            assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> store.put("a", "2"));
            holder.rollback();
        }

        assertThat(store.find("a")).map(StateStore.Entry::value).contains("1");
    }

    /** Holds all rows of the store until it is rolled back. */
    private static Connection holding(StoreDatabase database) throws SQLException {
        Connection connection = database.open().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update mostik_state set version = version");
        }
        return connection;
    }

    private static boolean isWaiting(Future<?> work) throws Exception {
        try {
            work.get(500, TimeUnit.MILLISECONDS);
            return false;
        } catch (java.util.concurrent.TimeoutException e) {
            return true;
        }
    }

    private static List<StateStore.Change> twoChanges() {
        return List.of(
                new Write("a", "3", StateStore.ANY, Optional.empty()),
                new Write("b", "3", StateStore.ANY, Optional.empty()));
    }
}
