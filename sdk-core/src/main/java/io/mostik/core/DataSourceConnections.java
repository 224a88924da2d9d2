package io.mostik.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Connections of a data source, one for each use. What the database has taken back is repeated. */
final class DataSourceConnections implements Connections {

    private static final int TRIES = 8;
    private static final long LONGEST_PAUSE_MILLIS = 20;
    private static final String IN_TRANSACTION =
            "the data source gave a connection that does not commit each statement:"
                    + " it belongs to a transaction that is open in this thread, or the pool turns auto-commit off. Give the state"
                    + " store a data source with auto-commit, or take part in the transaction by within(connection)";

    private final DataSource dataSource;
    private final Dialect dialect;
    private final Limit limit;
    private final Optional<Turn> turn;

    private DataSourceConnections(DataSource dataSource, Dialect dialect, Limit limit, Optional<Turn> turn) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.limit = limit;
        this.turn = turn;
    }

    /** Returns the connections of a data source, once the database has said whether its changes have to take turns. */
    static DataSourceConnections of(DataSource dataSource, Dialect dialect, Limit limit) throws SQLException {
        DataSourceConnections first = new DataSourceConnections(dataSource, dialect, limit, Optional.empty());
        Optional<Turn> turn =
                first.repeated(Optional.empty(), dialect::oneAtATime).map(Turn::of);
        return new DataSourceConnections(dataSource, dialect, limit, turn);
    }

    /**
     * Opens a connection in which each statement commits by itself.
     *
     * @throws StateStoreException if somebody's transaction is open on it
     */
    static Connection open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (connection.getAutoCommit()) {
                return connection;
            }
            throw new StateStoreException(IN_TRANSACTION);
        } catch (SQLException | RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        return repeated(Optional.empty(), connection -> Session.on(connection, limit, work));
    }

    @Override
    public <T> T on(Work<T> work) throws SQLException {
        return repeated(turn, connection -> Session.on(connection, limit, work));
    }

    @Override
    public <T> T atomically(Work<T> work, Predicate<T> isKept) throws SQLException {
        return repeated(turn, connection -> {
            connection.setAutoCommit(false);
            try {
                dialect.begin(connection);
                T result = Session.on(connection, limit, session -> {
                    T done = work.with(session);
                    if (isKept.test(done)) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    return done;
                });
                release(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                takeBack(connection, e);
                throw e;
            }
        });
    }

    private <T> T repeated(Optional<Turn> needed, Use<T> use) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return needed.isPresent() ? inTurn(needed.get(), use) : once(use);
            } catch (SQLException e) {
                if (tries == TRIES || !dialect.isTakenBack(e)) {
                    throw e;
                }
            }
            pause(tries);
        }
    }

    private <T> T inTurn(Turn mine, Use<T> use) throws SQLException {
        mine.begin();
        try {
            return once(use);
        } finally {
            mine.end();
        }
    }

    private <T> T once(Use<T> use) throws SQLException {
        Connection connection = open(dataSource);
        try {
            return use.of(connection);
        } finally {
            close(connection);
        }
    }

    /** Lets the other one finish. */
    private static void pause(int tries) throws SQLException {
        try {
            TimeSource.system()
                    .sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1 + tries * LONGEST_PAUSE_MILLIS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted between two tries", e);
        }
    }

    /** Everything is committed or rolled back by now, and what fails here changes that no more. */
    private static void release(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            abort(connection, e);
        }
    }

    /** To turn auto-commit on while a transaction is open would commit it. */
    private static void takeBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            abort(connection, e);
            failure.addSuppressed(e);
        }
    }

    private static void abort(Connection connection, Exception reason) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** A connection that cannot be closed has done its work all the same. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            System.getLogger("io.mostik.store")
                    .log(System.Logger.Level.DEBUG, "a connection of the state store could not be closed", e);
        }
    }

    /** What is done with one connection. */
    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }
}
