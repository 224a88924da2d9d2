package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Remembers in H2 whether all bridges on it were closed: only after another end its indexes are compared. Of several in one
 * process the last one to be closed notes it: the others may still write. Thread-safe.
 */
final class CleanEnd {

    private static final String HAS_COLUMN =
            "select 1 from information_schema.columns where table_schema = current_schema"
                    + " and lower(table_name) = 'mb_schema_version' and lower(column_name) = 'is_closed'";
    private static final String IS_CLOSED = "select 1 from mb_schema_version where one = 1 and is_closed";

    private static final Map<BridgeDatabase, String> OPEN = new WeakHashMap<>();

    private CleanEnd() {}

    /** Returns whether it was closed; false if it has no tables yet, or those of an earlier release. */
    static boolean was(Connection connection) throws SQLException {
        return isThere(connection, HAS_COLUMN) && isThere(connection, IS_CLOSED);
    }

    /** Writes down that it is open, or that it is closed unless another one of this process has it open. */
    static synchronized void note(BridgeDatabase database, boolean isClosed) {
        if (isClosed) {
            OPEN.remove(database);
        } else {
            OPEN.put(database, database.url());
        }
        if (!isClosed || !OPEN.containsValue(database.url())) {
            int unused = database.transaction(
                    "note its end",
                    connection -> Sql.update(
                            connection, "update mb_schema_version set is_closed = ? where one = 1", isClosed));
        }
    }

    private static boolean isThere(Connection connection, String sql) throws SQLException {
        return Sql.find(connection, sql, row -> row.getInt(1)).isPresent();
    }
}
