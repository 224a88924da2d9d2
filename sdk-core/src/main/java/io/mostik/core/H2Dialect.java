package io.mostik.core;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** H2. It orders texts by UTF-16 units, so keys are bytes. Oracle mode has no empty text, so values are streams. */
final class H2Dialect implements Dialect {

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
