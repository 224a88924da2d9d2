package io.mostik.core;

import java.sql.SQLException;
import java.util.List;

/** SQLite, for the processes of one machine. */
final class SqliteDialect implements Dialect {

    private static final int BUSY = 5;
    private static final int PRIMARY_CODE = 0xFF;

    @Override
    public List<String> products() {
        return List.of("SQLite");
    }

    @Override
    public String createTable() {
        return "create table if not exists mostik_state (state_key blob not null primary key,"
                + " state_value blob not null, version bigint not null, expires_at bigint)";
    }

    @Override
    public String clock() {
        return "select cast(round((julianday('now') - 2440587.5) * 86400000) as integer)";
    }

    /** SQLite has no SQL states; a writer that found another one at work has changed nothing. */
    @Override
    public boolean isTakenBack(SQLException failure) {
        return Dialect.super.isTakenBack(failure) || (failure.getErrorCode() & PRIMARY_CODE) == BUSY;
    }
}
