package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One new row that is written unless it is there: a statement, and what stands for its question marks.
 *
 * @param sql ends with {@code on conflict do nothing}
 * @param values as {@link Sql#update} takes them
 */
public record Insertion(String sql, List<Object> values) {

    /** Returns the insertion of a row. */
    public static Insertion of(String sql, Object... values) {
        return new Insertion(sql, List.of(values));
    }

    /** Writes the row, and returns whether it is new. */
    public boolean run(Connection connection) throws SQLException {
        return Sql.update(connection, sql, values.toArray()) == 1;
    }
}
