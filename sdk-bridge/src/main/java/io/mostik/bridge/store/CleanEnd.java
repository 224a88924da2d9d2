package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Remembers in H2 whether the last bridge on it was closed: only after another end its indexes are compared. */
final class CleanEnd {

    private static final String HAS_COLUMN =
            "select 1 from information_schema.columns where table_schema = current_schema"
                    + " and lower(table_name) = 'mb_schema_version' and lower(column_name) = 'is_closed'";
    private static final String IS_CLOSED = "select 1 from mb_schema_version where one = 1 and is_closed";

    private CleanEnd() {}

    /** Returns whether it was closed; false if it has no tables yet, or those of an earlier release. */
    static boolean was(Connection connection) throws SQLException {
        return isThere(connection, HAS_COLUMN) && isThere(connection, IS_CLOSED);
    }

    /** Writes down that it is open, or that it is closed. */
    static void note(BridgeDatabase database, boolean isClosed) {
        int unused = database.transaction(
                "note its end",
                connection ->
                        Sql.update(connection, "update mb_schema_version set is_closed = ? where one = 1", isClosed));
    }

    private static boolean isThere(Connection connection, String sql) throws SQLException {
        return Sql.find(connection, sql, row -> row.getInt(1)).isPresent();
    }
}
