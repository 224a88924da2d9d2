package io.mostik.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The statements that the same work needs at least, with the same commits, on a table of the same shape. For one thread. */
final class BareSql {

    private static final String VALUE = "{\"state\":\"SENDING\",\"asked\":\"4711\",\"since\":1780000000000}";

    private final Connection connection;

    BareSql(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            boolean unusedNoRows = statement.execute("drop table if exists bare_state");
            unusedNoRows = statement.execute("create table bare_state (state_key varchar(200) not null primary key,"
                    + " state_value varchar(4000) not null, version bigint not null, expires_at bigint)");
        }
    }

    boolean find(String key) {
        try (PreparedStatement query = connection.prepareStatement(
                "select state_key, state_value, version, expires_at from bare_state where state_key = ?")) {
            query.setString(1, key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && !rows.getString(2).isEmpty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String key) {
        try {
            update("insert into bare_state (state_value, version, state_key) values (?, ?, ?)", key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A look, an intent with its entry among the open ones, a result without: three trips, two of them commits. */
    void perform(String id) {
        String key = "once/" + id;
        String open = "once-open/" + id;
        if (find(key)) {
            return;
        }
        try {
            connection.setAutoCommit(false);
            update("insert into bare_state (state_value, version, state_key) values (?, ?, ?)", key);
            update("insert into bare_state (state_value, version, state_key) values (?, ?, ?)", open);
            connection.commit();
            update("update bare_state set state_value = ?, version = ? where state_key = ?", key);
            delete(open);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event with its entry among the open ones, in one commit. */
    void accept(String id) {
        try {
            connection.setAutoCommit(false);
            update("insert into bare_state (state_value, version, state_key) values (?, ?, ?)", "inbox/" + id);
            update("insert into bare_state (state_value, version, state_key) values (?, ?, ?)", "inbox-open/" + id);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lease is taken, the position read, and both are written after the page: three trips. */
    void poll(String feed) {
        if (!find(feed)) {
            write(feed);
        }
        try {
            update("update bare_state set state_value = ?, version = ? where state_key = ?", feed);
            update("update bare_state set state_value = ?, version = ? where state_key = ?", feed);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, String key) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, VALUE);
            change.setLong(2, System.currentTimeMillis());
            change.setString(3, key);
            int unusedOneRow = change.executeUpdate();
        }
    }

    private void delete(String key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from bare_state where state_key = ?")) {
            delete.setString(1, key);
            int unusedOneRow = delete.executeUpdate();
        }
    }
}
