package io.mostik.bridge.store;

import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** The database of the bridge: transactions that are repeated where the database took them back. Thread-safe. */
public final class BridgeDatabase {

    private static final int TRIES = 8;
    private static final int PAUSE_MILLIS = 20;
    private static final Set<String> TAKEN_BACK = Set.of("40001", "40P01", "HYT00");
    private static final int H2_CONCURRENT_UPDATE = 90_131;
    private static final Set<String> QUOTING_CLASSES = Set.of("22", "23", "44");

    private final DataSource dataSource;
    private final boolean isPostgres;
    private final String url;

    private BridgeDatabase(DataSource dataSource, boolean isPostgres, String url) {
        this.dataSource = dataSource;
        this.isPostgres = isPostgres;
        this.url = url;
    }

    /**
     * Returns the database, with its tables made and tried out; a commit to H2 need not survive a power cut.
     *
     * @throws StateStoreException if it is none that the bridge runs on, changes what is stored, is damaged, belongs to a
     *     newer release, or does not answer
     */
    public static BridgeDatabase open(DataSource dataSource) {
        return open(dataSource, false);
    }

    /**
     * Returns the database, with its tables made and tried out.
     *
     * @param isPowerSafe whether a commit to H2 in files returns when it is on the disk; no meaning for others
     * @throws StateStoreException if it is none that the bridge runs on, changes what is stored, is damaged, belongs to a
     *     newer release, or does not answer
     */
    public static BridgeDatabase open(DataSource dataSource, boolean isPowerSafe) {
        try (Connection connection = dataSource.getConnection()) {
            boolean isPostgres = Products.check(connection);
            if (isPowerSafe) {
                Products.checkPowerSafe(connection);
            }
            BridgeDatabase database = new BridgeDatabase(
                    H2Writes.to(dataSource, isPowerSafe),
                    isPostgres,
                    connection.getMetaData().getURL());
            if (!isPostgres && !(dataSource instanceof H2Writes) && !CleanEnd.was(connection)) {
                new IndexCheck(connection).run();
            }
            new Migrations(database).run();
            new SelfTest(database).run();
            if (!isPostgres) {
                CleanEnd.note(database, false);
            }
            return database;
        } catch (SQLException e) {
            throw failure("open", e);
        }
    }

    /** Returns where connections come from: by these H2 in files is changed by one transaction at a time. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns where connections come from for what may be lost with its process. */
    DataSource quick() {
        return H2Writes.quick(dataSource);
    }

    /** Notes that its bridge has ended as it should; what comes after is not told from a crash. */
    public void close() {
        if (!isPostgres) {
            CleanEnd.note(this, true);
        }
    }

    /** Returns the address of the database, as its driver tells it. */
    String url() {
        return url;
    }

    /** Returns whether several nodes may work on it. */
    public boolean isShared() {
        return isPostgres;
    }

    /**
     * Does something in a transaction of its own.
     *
     * @throws StateStoreException if the database failed; what was done may be committed all the same
     */
    public <T> T transaction(String what, Work<T> work) {
        return change(what, connection -> committed(connection, work));
    }

    /** Does something whose only change is one statement, which is a transaction of its own; as {@link #transaction}. */
    public <T> T statement(String what, Work<T> work) {
        return change(what, work);
    }

    private <T> T change(String what, Work<T> work) {
        return uninterrupted(what, () -> {
            for (int tries = 1; ; tries++) {
                try (Connection connection = dataSource.getConnection()) {
                    return work.on(connection);
                } catch (SQLException e) {
                    if (tries == TRIES || !isTakenBack(e)) {
                        throw e;
                    }
                }
                pause(tries);
            }
        });
    }

    /** Reads something, without a transaction. */
    public <T> T read(String what, Work<T> work) {
        return read(dataSource, what, work);
    }

    /**
     * Reads something that only a later commit acts upon: what is seen need not be written yet, as that commit writes it too.
     */
    public <T> T glance(String what, Work<T> work) {
        return read(quick(), what, work);
    }

    private static <T> T read(DataSource database, String what, Work<T> work) {
        return uninterrupted(what, () -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }

    /** Does something in the transaction of somebody else, who commits. */
    public static <T> T within(Connection connection, String what, Work<T> work) {
        return uninterrupted(what, () -> work.on(connection));
    }

    /** Returns the failure of a database, without the row that a driver may quote. */
    public static StateStoreException failure(String what, Exception failure) {
        if (failure instanceof StateStoreException known) {
            return known;
        }
        String state = failure instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        boolean isQuoting = state.length() == 5 && QUOTING_CLASSES.contains(state.substring(0, 2));
        String text = String.format(Locale.ROOT, "the bridge's database could not %s", what);
        return isQuoting
                ? new StateStoreException(text + " (SQL state " + state + ")")
                : new StateStoreException(text, failure);
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        } finally {
            release(connection);
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Committed or rolled back it is by now; a connection that cannot go on is thrown away. */
    private static void release(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            System.getLogger("io.mostik.bridge").log(System.Logger.Level.DEBUG, "a connection is thrown away", e);
        }
    }

    private static boolean isTakenBack(SQLException failure) {
        return (failure.getSQLState() != null && TAKEN_BACK.contains(failure.getSQLState()))
                || failure.getErrorCode() == H2_CONCURRENT_UPDATE;
    }

    private static void pause(int tries) throws SQLException {
        try {
            TimeSource.system()
                    .sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, 1 + (long) tries * PAUSE_MILLIS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted between two tries", e);
        }
    }

    /** Puts an earlier interrupt aside: an interrupt closes the files of H2. */
    private static <T> T uninterrupted(String what, Step<T> step) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            return step.run();
        } catch (SQLException e) {
            throw failure(what, e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Something that asks the database. */
    private interface Step<T> {
        T run() throws SQLException;
    }
}
