package io.mostik.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/** The one connection of an embedder's transaction: it is neither committed nor closed here, and nothing is repeated. */
final class TransactionConnections implements Connections {

    private final Connection transaction;
    private final Limit limit;

    private TransactionConnections(Connection transaction, Limit limit) {
        this.transaction = transaction;
        this.limit = limit;
    }

    /** Takes part in a transaction; refused if the connection commits each statement. */
    static TransactionConnections in(Connection transaction, Limit limit) throws SQLException {
        checkOpen(transaction);
        return new TransactionConnections(transaction, limit);
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        return on(work);
    }

    @Override
    public <T> T on(Work<T> work) throws SQLException {
        checkOpen(transaction);
        return Session.on(transaction, limit, work);
    }

    @Override
    public <T> T atomically(Work<T> work, Predicate<T> isKept) throws SQLException {
        return on(session -> session.behindSavepoint(work, isKept));
    }

    private static void checkOpen(Connection transaction) throws SQLException {
        if (transaction.getAutoCommit()) {
            throw new StateStoreException(
                    "the connection commits each statement, so there is no transaction to take part"
                            + " in: call setAutoCommit(false) first");
        }
    }
}
