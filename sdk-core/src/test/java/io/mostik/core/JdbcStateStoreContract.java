package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStore.Remove;
import io.mostik.core.StateStore.Write;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.StateStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the store in a database has to do beyond the contract of every store. */
abstract class JdbcStateStoreContract extends StateStoreContract {

    private static final Optional<Duration> FOR_EVER = Optional.empty();

    private final ManualTime time = new ManualTime();

    @TempDir
    Path folder;

    private StoreDatabase database;
    private JdbcConnectionPool pool;

    /** Returns a database without tables. */
    abstract StoreDatabase database();

    @AfterEach
    final void closePool() {
        if (pool != null) {
            pool.dispose();
            database.forget();
        }
    }

    private DataSource pool() {
        if (pool == null) {
            database = database();
            pool = database.openPooled();
        }
        return pool;
    }

    @Override
    protected JdbcStateStore node() {
        return JdbcStateStore.create(pool(), time);
    }

    @Override
    protected Optional<ManualTime> clock() {
        return Optional.of(time);
    }

    @Override
    protected OptionalLong kept() {
        return OptionalLong.of(database.rows());
    }

    @Test
    void givenTransaction_whenItCommits_thenRowAndValuesAreThere() throws Exception {
        JdbcStateStore store = node();
        database.execute("create table orders (id integer)");

        try (Connection transaction = begin()) {
            insertOrder(transaction);
            StateStore inside = store.within(transaction);
            inside.put("a", "1");
            assertThat(inside.commit(twoKeys())).isPresent();
            assertThat(inside.find("a")).isPresent();
            transaction.commit();
        }

        assertThat(orders()).isEqualTo(1);
        assertThat(store.stream("").map(Entry::key)).containsExactly("a", "b", "c");
    }

    @Test
    void givenTransaction_whenItIsRolledBack_thenNothingIsThere() throws Exception {
        JdbcStateStore store = node();
        database.execute("create table orders (id integer)");

        try (Connection transaction = begin()) {
            insertOrder(transaction);
            StateStore inside = store.within(transaction);
            assertThat(inside.write("a", "", StateStore.ABSENT, Optional.of(Duration.ofDays(1))))
                    .isPresent();
            assertThat(inside.commit(twoKeys())).isPresent();
            transaction.rollback();
        }

        assertThat(orders()).isZero();
        assertThat(store.stream("")).isEmpty();
    }

    @Test
    void givenTransaction_whenKeysAreTaken_thenItGoesOn() throws Exception {
        JdbcStateStore store = node();
        database.execute("create table orders (id integer)");
        store.put("c", "taken");

        try (Connection transaction = begin()) {
            StateStore inside = store.within(transaction);
            assertThat(inside.write("c", "", StateStore.ABSENT, Optional.of(Duration.ofDays(1))))
                    .isEmpty();
            assertThat(inside.commit(twoKeys())).isEmpty();
            assertThat(inside.find("b")).isEmpty();
            insertOrder(transaction);
            transaction.commit();
        }

        assertThat(orders()).isEqualTo(1);
        assertThat(store.stream("").map(Entry::value)).containsExactly("taken");
    }

    @Test
    void givenConnectionInAutoCommit_whenTakingPart_thenRefuses() throws Exception {
        JdbcStateStore store = node();

        try (Connection connection = database.open().getConnection()) {
            assertThatExceptionOfType(StateStoreException.class)
                    .isThrownBy(() -> store.within(connection))
                    .withMessageContaining("setAutoCommit(false)");
            connection.setAutoCommit(false);
            StateStore inside = store.within(connection);
            connection.setAutoCommit(true);
            assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> inside.put("a", "1"));
        }

        assertThat(store.find("a")).isEmpty();
    }

    @Test
    void givenOpenTransaction_whenUsingStore_thenRefusesAndLeavesIt() throws Exception {
        JdbcStateStore store = node();
        database.execute("create table orders (id integer)");

        AtomicReference<Connection> current = new AtomicReference<>();
        StateStore bound = JdbcStateStore.create(Breaking.bound(pool, current), time);

        try (Connection transaction = begin()) {
            current.set(transaction);
            insertOrder(transaction);
            assertThatExceptionOfType(StateStoreException.class)
                    .isThrownBy(() -> bound.put("a", "1"))
                    .withMessageContaining("auto-commit");
            assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> bound.commit(twoKeys()));
            assertThat(transaction.getAutoCommit()).isFalse();
            transaction.rollback();
        }

        assertThat(orders()).isZero();
        assertThat(store.stream("")).isEmpty();
    }

    @Test
    void givenCommitOfSeveral_whenDone_thenConnectionIsAsBefore() throws Exception {
        JdbcStateStore store = node();
        try (Connection only = pool.getConnection()) {
            int isolation = only.getTransactionIsolation();
            StateStore same = JdbcStateStore.create(Breaking.shared(only), time);

            assertThat(same.commit(twoKeys())).isPresent();
            assertThat(same.commit(twoKeys())).isEmpty();

            assertThat(only.getAutoCommit()).isTrue();
            assertThat(only.getTransactionIsolation()).isEqualTo(isolation);
        }
        assertThat(store.stream("")).hasSize(2);
    }

    @Test
    void givenNodesWithDistantClocks_whenTakingTurns_thenVersionsGrow() {
        ManualTime slow = new ManualTime();
        slow.set(time.now().minus(Duration.ofMinutes(10)));
        List<StateStore> nodes = List.of(node(), JdbcStateStore.create(pool(), slow));
        List<Long> versions = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            StateStore turn = nodes.get(i % 2);
            versions.add(turn.write("a", "1", StateStore.ABSENT, FOR_EVER).orElseThrow());
            assertThat(nodes.get((i + 1) % 2).remove("a", StateStore.ANY)).isTrue();
            assertThat(turn.remove("a", versions.get(i))).isFalse();
        }

        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givenClockOfDatabase_whenAskedForTime_thenIsThatOfServer() {
        StateStore store = JdbcStateStore.create(pool());

        Instant now = store.now();

        assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void givenTableThatWasChecked_whenOpenedAgain_thenIsNotWritten() {
        node().put("a", "1");
        long rows = database.rows();

        StateStore again = node();

        assertThat(rows).isEqualTo(1);
        assertThat(database.rows()).isEqualTo(1);
        assertThat(again.find("a")).isPresent();
    }

    @Test
    void givenTableOfLaterRelease_whenOpening_thenRefuses() {
        StoreDatabase later = database();
        JdbcStateStore.create(later.open(), time);
        later.execute("update mostik_state set state_value = " + laterSchema());

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> JdbcStateStore.create(later.open(), time))
                .withMessageContaining("another release");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void givenManyOpenEntries_whenStreaming_thenTakesReasonableTime() {
        JdbcStateStore store = node();
        database.execute("insert into mostik_state " + manyRows());
        long begin = System.nanoTime();

        long listed = store.stream("open/").count();

        assertThat(listed).isEqualTo(200_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(2));
    }

    /** The value of the row that describes the table, as another release would write it. */
    String laterSchema() {
        return "X'33'";
    }

    /** A query of 200,000 rows of keys that start with {@code open/}. */
    abstract String manyRows();

    private Connection begin() throws SQLException {
        Connection connection = database.open().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insertOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into orders values (1)");
        }
    }

    private int orders() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from orders")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<StateStore.Change> twoKeys() {
        return List.of(
                new Write("b", "1", StateStore.ABSENT, FOR_EVER),
                new Write("c", "1", StateStore.ABSENT, FOR_EVER),
                new Remove("d", StateStore.ANY));
    }
}
