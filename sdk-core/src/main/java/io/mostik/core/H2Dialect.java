package io.mostik.core;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** H2. It orders texts by UTF-16 units, so keys are bytes. Oracle mode has no empty text, so values are streams. */
final class H2Dialect implements Dialect {

    private static final long A_DAY = 86_400_000;
    private static final String LATE =
            "H2 writes its file up to {0} ms after a commit, and beside other transactions: what a"
                    + " process that is killed has remembered last is lost, and H2 may take back what was committed. Add"
                    + " ;WRITE_DELAY=0 to its address, see docs/databases.md";

    @Override
    public List<String> products() {
        return List.of("H2");
    }

    @Override
    public String createTable() {
        return "create table if not exists mostik_state (state_key varbinary(800) not null primary key,"
                + " state_value clob not null, version bigint not null, expires_at bigint)";
    }

    @Override
    public String clock() {
        return "select cast(extract(epoch from current_timestamp) * 1000 as bigint)";
    }

    /** Understood in every compatibility mode. */
    @Override
    public String page() {
        return " fetch first ? rows only";
    }

    /**
     * In a file: if H2 writes it while a transaction changes something, what was committed may be taken back later. Whoever
     * has set the time between two writings to more than a day writes by himself, while nobody changes anything.
     */
    @Override
    public Optional<String> oneAtATime(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT DATABASE_PATH(), SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                + " WHERE SETTING_NAME = 'WRITE_DELAY'");
                ResultSet row = query.executeQuery()) {
            Optional<String> file = row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            long delay = file.isPresent() ? row.getLong(2) : 0;
            if (delay > A_DAY) {
                return Optional.empty();
            }
            if (delay > 0) {
                System.getLogger("io.mostik.store").log(System.Logger.Level.WARNING, LATE, delay);
            }
            return file;
        }
    }

    @Override
    public Optional<String> upgrade(int typeOfKeys) {
        return typeOfKeys == Types.VARCHAR
                ? Optional.of("alter table mostik_state alter column state_key set data type varbinary(800)"
                        + " using stringtoutf8(state_key)")
                : Optional.empty();
    }

    @Override
    public void value(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setCharacterStream(index, new StringReader(value), value.length());
    }

    @Override
    public String value(ResultSet row, int column) throws SQLException {
        StringWriter value = new StringWriter();
        try (Reader reader = row.getCharacterStream(column)) {
            long unusedLength = reader.transferTo(value);
        } catch (IOException e) {
            throw new SQLException("a value cannot be read", e);
        }
        return value.toString();
    }
}
