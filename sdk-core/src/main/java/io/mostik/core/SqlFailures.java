package io.mostik.core;

import java.sql.SQLException;
import java.util.Set;

/** Turns what a driver throws into the one exception of the store. */
final class SqlFailures {

    /** Bad data, broken constraint, broken view: servers quote the row. */
    private static final Set<String> QUOTING_CLASSES = Set.of("22", "23", "44");

    private SqlFailures() {}

    static StateStoreException of(String what, Exception failure) {
        return failure instanceof StateStoreException known
                ? known
                : new StateStoreException("the state store could not " + what, withoutRow(failure));
    }

    private static Exception withoutRow(Exception failure) {
        if (!(failure instanceof SQLException sql) || !quotesRow(sql)) {
            return failure;
        }
        SQLException silent = new SQLException(
                "message left out, since it may quote the row (SQL state " + sql.getSQLState() + ", code "
                        + sql.getErrorCode() + ")",
                sql.getSQLState(),
                sql.getErrorCode());
        silent.setStackTrace(sql.getStackTrace());
        return silent;
    }

    private static boolean quotesRow(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.length() == 5 && QUOTING_CLASSES.contains(state.substring(0, 2));
    }
}
