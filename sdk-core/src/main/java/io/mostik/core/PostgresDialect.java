package io.mostik.core;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL: text that {@code psql} shows, compared by its bytes. */
final class PostgresDialect implements Dialect {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    @Override
    public List<String> products() {
        return List.of("PostgreSQL");
    }

    @Override
    public String createTable() {
        return "create table if not exists mostik_state (state_key varchar(200) collate \"C\" not null primary key,"
                + " state_value text not null, version bigint not null, expires_at bigint)";
    }

    @Override
    public String clock() {
        return "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";
    }

    /** Names the collation, since tables of earlier releases have that of the database. */
    @Override
    public String key() {
        return "state_key collate \"C\"";
    }

    @Override
    public boolean insertsOverRows() {
        return true;
    }

    @Override
    public void key(PreparedStatement statement, int index, String key) throws SQLException {
        statement.setString(index, key);
    }

    @Override
    public String key(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    /** No key has room for so many last characters. */
    @Override
    public void endOf(PreparedStatement statement, int index, String prefix) throws SQLException {
        statement.setString(index, prefix + LAST_CHARACTER.repeat(StateStore.LONGEST_KEY));
    }

    @Override
    public void value(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, value);
    }

    @Override
    public String value(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
