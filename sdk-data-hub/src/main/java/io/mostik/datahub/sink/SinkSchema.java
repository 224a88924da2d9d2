package io.mostik.datahub.sink;

import io.mostik.datahub.report.HubColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables in the database: makes them where they are missing, and adds columns. Never drops one.
 *
 * @param dialect of the database
 * @param table for records; moves go to one beside it
 */
record SinkSchema(SinkDialect dialect, String table) {

    String moves() {
        return table + "_moves";
    }

    void bringUpTo(Connection connection, List<HubColumn> columns) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String key = columns.get(0).snakeName();
            statement.execute("create table if not exists " + dialect.name(table) + " (" + dialect.name(key) + " "
                    + dialect.type(HubColumn.Kind.NUMBER) + " not null primary key)");
            Set<String> there = columns(connection);
            for (HubColumn column : columns) {
                if (!there.contains(column.snakeName())) {
                    statement.execute("alter table " + dialect.name(table) + " add column "
                            + dialect.name(column.snakeName()) + " " + dialect.type(column.kind()));
                }
            }
            statement.execute("create table if not exists " + dialect.name(moves()) + " ("
                    + dialect.name("order_id") + " " + dialect.type(HubColumn.Kind.NUMBER) + " not null, "
                    + dialect.name("status_id") + " " + dialect.type(HubColumn.Kind.TEXT) + " not null, "
                    + dialect.name("moved_at") + " " + dialect.type(HubColumn.Kind.TIME) + " not null, "
                    + dialect.name("observed") + " " + dialect.flag() + " not null, primary key ("
                    + dialect.name("order_id") + ", " + dialect.name("moved_at") + ", " + dialect.name("status_id")
                    + "))");
        }
    }

    private Set<String> columns(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + dialect.name(table) + " where 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                names.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
