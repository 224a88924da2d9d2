package io.mostik.core;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What differs between the databases that a {@link JdbcStateStore} runs on. Unless a dialect says otherwise, keys are kept
 * as UTF-8 bytes, which every database compares and orders alike.
 */
interface Dialect {

    /** The statement that creates the index by which old rows are found, on every database. */
    String CREATE_INDEX = "create index mostik_state_expires_at on mostik_state (expires_at)";

    /** The names that the database gives itself in its metadata. */
    List<String> products();

    /** The statement that creates the table. */
    String createTable();

    /** A query of one number: the milliseconds since 1970 by the clock of the database. */
    String clock();

    /** The key in conditions and orders. */
    default String key() {
        return "state_key";
    }

    /** Cuts a query after so many rows. */
    default String page() {
        return " limit ?";
    }

    /** Ends a query that has to see the latest committed row, whatever the isolation of the transaction. */
    default String latest() {
        return "";
    }

    /** Returns whether an insert can say what is to be done with the row that is there, as PostgreSQL's can: one trip, no savepoint. */
    default boolean insertsOverRows() {
        return false;
    }

    /** Returns what names the database, if only one thread at a time may change something there; empty if it sees to that. */
    default Optional<String> oneAtATime(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** Prepares a transaction, before its first statement. */
    default void begin(Connection connection) throws SQLException {}

    /** Returns whether the database has taken back the whole transaction, so that it can be repeated. */
    default boolean isTakenBack(SQLException failure) {
        String state = failure.getSQLState();
        // 40003 says that nobody knows whether the statement was carried out.
        return state != null && state.startsWith("40") && !state.equals("40003");
    }

    /** Returns the statement that makes the table of an earlier release fit, by the SQL type its keys have. */
    default Optional<String> upgrade(int typeOfKeys) {
        return Optional.empty();
    }

    default void key(PreparedStatement statement, int index, String key) throws SQLException {
        statement.setBytes(index, key.getBytes(StandardCharsets.UTF_8));
    }

    default String key(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    /** Sets something that is greater than every key with a prefix, and less than every greater key without it. */
    default void endOf(PreparedStatement statement, int index, String prefix) throws SQLException {
        byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
        byte[] end = Arrays.copyOf(bytes, bytes.length + 1);
        end[bytes.length] = (byte) 0xFF; // in no text
        statement.setBytes(index, end);
    }

    default void value(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setBytes(index, value.getBytes(StandardCharsets.UTF_8));
    }

    default String value(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    /** Sets when a row expires; empty if never. */
    static void end(PreparedStatement statement, int index, Optional<Long> end) throws SQLException {
        if (end.isPresent()) {
            statement.setLong(index, end.get());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }
}
