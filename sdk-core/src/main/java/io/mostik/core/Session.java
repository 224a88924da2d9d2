package io.mostik.core;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One connection while the store works on it. Knows its running statement, so that {@link StatementWatch} can end it. */
final class Session {

    private final Connection connection;
    private final boolean isTransaction;
    private volatile @Nullable PreparedStatement running;
    private volatile boolean isOver;
    private volatile boolean isEnded;

    private Session(Connection connection, boolean isTransaction) {
        this.connection = connection;
        this.isTransaction = isTransaction;
    }

    /** Works on a connection, for no longer than the limit. */
    static <T> T on(Connection connection, Limit limit, Connections.Work<T> work) throws SQLException {
        Session session = new Session(connection, !connection.getAutoCommit());
        StatementWatch watch = StatementWatch.over(session, limit);
        try {
            return work.with(session);
        } finally {
            watch.end();
            session.isEnded = true;
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        if (isOver) {
            throw new SQLTimeoutException("interrupted, or out of time");
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        running = statement;
        return statement;
    }

    /** Does something whose failure must not end the transaction around it, if there is one. */
    <T> T behindSavepoint(Connections.Work<T> work) throws SQLException {
        return isTransaction ? behindSavepoint(work, result -> true) : work.with(this);
    }

    /** Does something that is taken back if it fails, or if its result is not one to keep. */
    <T> T behindSavepoint(Connections.Work<T> work, Predicate<T> isKept) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            T result = work.with(this);
            if (!isKept.test(result)) {
                connection.rollback(savepoint);
            }
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (SQLException | RuntimeException e) {
            takeBack(savepoint, e);
            throw e;
        }
    }

    private void takeBack(Savepoint savepoint, Exception failure) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            failure.addSuppressed(e); // a deadlock has taken the savepoint with it
        }
    }

    /** Ends the running statement and permits no other, from another thread. */
    void cancel() throws SQLException {
        isOver = true;
        PreparedStatement statement = running;
        if (statement != null && !isEnded) {
            statement.cancel();
        }
    }

    /** Ends the connection, from another thread. */
    void abort() throws SQLException {
        if (!isEnded) { // or somebody else has the connection by now
            connection.abort(Runnable::run);
        }
    }
}
