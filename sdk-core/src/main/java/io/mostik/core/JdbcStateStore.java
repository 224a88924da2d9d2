package io.mostik.core;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Remembers in the table {@code mostik_state} of the embedder's database, so that it survives crashes and is shared by all
 * nodes. Runs on PostgreSQL, H2, MariaDB, MySQL and SQLite; other databases are refused by name.
 *
 * <pre>{@code
 * StateStore store = JdbcStateStore.create(dataSource);
 * }</pre>
 *
 * <p><b>Connections.</b> Each method takes one connection, which must be in auto-commit, and gives it back. A data source
 * that hands out the connection of an open transaction is refused at each use: what must not happen twice cannot be
 * remembered in a transaction that may still be rolled back. To commit a row of the embedder together with an intent, use
 * {@link #within}.
 *
 * <p><b>Time.</b> {@link #now} is the clock of the database, so nodes need not agree on theirs.
 *
 * <p><b>H2 in a file.</b> Stores of one process change a file one after another, since H2 may take back what was committed
 * while it writes. Give the store a file of its own, with {@code ;WRITE_DELAY=0} in the address.
 *
 * <p><b>Failures.</b> All are {@link StateStoreException}s. A statement that waits for a lock is canceled after 10
 * seconds, or when its thread is interrupted; the interrupt flag stays. A thread that was interrupted before can still
 * write. Deadlocks and serialization failures are repeated up to 8 times. The waiting time for a connection is set in the
 * pool.
 *
 * <p><b>Growth.</b> Expired and removed rows are deleted after a day, once every 1,000 commits.
 *
 * <p>Thread-safe. Rights, the statement for each database and the limits are in {@code docs/databases.md}.
 */
public final class JdbcStateStore implements StateStore {

    private static final int TRIES = 50; // each that fails is one at which somebody else succeeded
    private static final int KEYS_PER_QUERY = 500;
    private static final Comparator<Change> BY_KEY = Comparator.comparing(
            (Change change) -> change.key().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Connections connections;
    private final Dialect dialect;
    private final StoreClock clock;
    private final Limit limit;
    private final StateTable table;
    private final Sweep sweep;

    private JdbcStateStore(Connections connections, Dialect dialect, StoreClock clock, Limit limit, Sweep sweep) {
        this.connections = connections;
        this.dialect = dialect;
        this.clock = clock;
        this.limit = limit;
        this.table = new StateTable(dialect);
        this.sweep = sweep;
    }

    /**
     * Returns a store over the table {@code mostik_state}. Creates the table if it is not there, and checks once a table
     * that the database keeps keys and values as they are.
     *
     * @throws StateStoreException if the database is not supported, merges keys, changes values, or does not answer
     */
    public static JdbcStateStore create(DataSource dataSource) {
        return create(dataSource, Optional.empty(), Limit.USUAL);
    }

    /** Like {@link #create(DataSource)}, with this clock in place of the database's; for tests. */
    public static JdbcStateStore create(DataSource dataSource, TimeSource time) {
        return create(dataSource, Optional.of(time), Limit.USUAL);
    }

    static JdbcStateStore create(DataSource dataSource, Optional<TimeSource> time, Limit limit) {
        Objects.requireNonNull(dataSource, "dataSource");
        return uninterrupted("open its table", () -> {
            Dialect dialect = Dialects.of(product(dataSource));
            Connections connections = DataSourceConnections.of(dataSource, dialect, limit);
            TableSetup setup = new TableSetup(connections, dialect);
            boolean isChecked = setup.prepare();
            StoreClock clock = time.isPresent()
                    ? StoreClock.of(time.get())
                    : DatabaseClock.measured(connections, dialect, TimeSource.system());
            JdbcStateStore store = new JdbcStateStore(connections, dialect, clock, limit, new Sweep());
            if (!isChecked) {
                setup.check(store);
            }
            return store;
        });
    }

    /**
     * Returns the statement that creates the table, for databases in which the application may not.
     *
     * @param product the name that the database gives itself: PostgreSQL, H2, MariaDB, MySQL or SQLite
     * @throws StateStoreException if the database is not supported
     */
    public static String createTableStatement(String product) {
        return Dialects.of(product).createTable();
    }

    /**
     * Returns a store that takes part in a transaction of the embedder: its changes are committed with his, or rolled back
     * with his. It neither commits nor closes the connection; a commit that finds another version leaves the transaction
     * usable. After a {@link StateStoreException} the transaction must be rolled back. Not thread-safe, as the connection.
     *
     * @param transaction a connection to the same database, with auto-commit off
     * @throws StateStoreException if the connection is in auto-commit
     */
    public StateStore within(Connection transaction) {
        Objects.requireNonNull(transaction, "transaction");
        return uninterrupted(
                "take part in the transaction",
                () -> new JdbcStateStore(
                        TransactionConnections.in(transaction, limit),
                        dialect,
                        clock.insideTransaction(),
                        limit,
                        Sweep.never()));
    }

    @Override
    public Optional<Entry> find(String key) {
        return findAll(List.of(key)).stream().findFirst();
    }

    @Override
    public List<Entry> findAll(Collection<String> keys) {
        List<String> asked = keys.stream().map(StateStore::checkKey).toList();
        return uninterrupted("find", () -> {
            long now = clock.millis(connections);
            Map<String, Entry> found = new HashMap<>();
            for (int from = 0; from < asked.size(); from += KEYS_PER_QUERY) {
                List<String> some = asked.subList(from, Math.min(asked.size(), from + KEYS_PER_QUERY));
                connections
                        .read(session -> table.find(session, some, now))
                        .forEach(entry -> found.put(entry.key(), entry));
            }
            return asked.stream().filter(found::containsKey).map(found::get).toList();
        });
    }

    @Override
    public List<Entry> list(String prefix, String after, int atMost) {
        StateStore.checkRange(prefix, after, atMost);
        return uninterrupted("list", () -> {
            long now = clock.millis(connections);
            return connections.read(session -> table.list(session, prefix, after, atMost, now));
        });
    }

    @Override
    public OptionalLong commit(List<Change> changes) {
        List<Change> ordered =
                StateStore.checkChanges(changes).stream().sorted(BY_KEY).toList();
        OptionalLong version = uninterrupted("commit", () -> commitAbove(ordered));
        if (version.isPresent() && sweep.isDue()) {
            sweep();
        }
        return version;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(uninterrupted("tell the time", () -> clock.millis(connections)));
    }

    private OptionalLong commitAbove(List<Change> ordered) throws SQLException {
        long known = ordered.stream().mapToLong(Change::expectedVersion).max().orElse(ABSENT);
        for (int tries = 0; tries < TRIES; tries++) {
            long now = clock.millis(connections);
            long version = Versions.next(now, known);
            CommitAttempt.Result result = attempt(ordered, version, now);
            if (result.isApplied()) {
                return OptionalLong.of(version);
            }
            if (result.inTheWay().isEmpty()) {
                return OptionalLong.empty();
            }
            known = result.inTheWay().getAsLong();
        }
        throw new StateStoreException("the state store could not commit: a key changed all the time");
    }

    /** One change needs no transaction: it is one statement, or two of which only one changes something. */
    private CommitAttempt.Result attempt(List<Change> ordered, long version, long now) throws SQLException {
        Connections.Work<CommitAttempt.Result> work =
                session -> CommitAttempt.of(table, session, ordered, version, now);
        return ordered.size() == 1
                ? connections.on(work)
                : connections.atomically(work, CommitAttempt.Result::isApplied);
    }

    /** The commit is valid even if this fails. */
    private void sweep() {
        try {
            int unusedRows = uninterrupted("delete old rows", () -> {
                long until = Sweep.until(clock.millis(connections));
                return connections.on(session -> table.sweep(session, until));
            });
        } catch (StateStoreException e) {
            System.getLogger("io.mostik.store").log(System.Logger.Level.WARNING, "old rows were not deleted", e);
        }
    }

    private static String product(DataSource dataSource) throws SQLException {
        try (Connection connection = DataSourceConnections.open(dataSource)) {
            return connection.getMetaData().getDatabaseProductName();
        }
    }

    /**
     * Puts an earlier interrupt aside: what is known of a call that was interrupted has to be written down, and an
     * interrupt closes the files of an embedded database.
     */
    private static <T> T uninterrupted(String what, Action<T> action) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            return action.run();
        } catch (SQLException | RuntimeException e) { // a closed pool need not throw an SQLException
            throw SqlFailures.of(what, e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Something that asks the database. */
    private interface Action<T> {
        T run() throws SQLException;
    }
}
