package io.mostik.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** MariaDB and MySQL, by the driver of either. */
final class MariaDbDialect implements Dialect {

    @Override
    public List<String> products() {
        return List.of("MariaDB", "MySQL");
    }

    @Override
    public String createTable() {
        return "create table if not exists mostik_state (state_key varbinary(800) not null primary key,"
                + " state_value longblob not null, version bigint not null, expires_at bigint) engine = InnoDB";
    }

    /** In UTC: an hour of local time comes twice each autumn. */
    @Override
    public String clock() {
        return "select timestampdiff(microsecond, '1970-01-01', utc_timestamp(3)) div 1000";
    }

    /** The lock that the failed insert has taken already. A stronger one would wait for others who have it too. */
    @Override
    public String latest() {
        return " lock in share mode";
    }

    /** For this transaction alone. Under REPEATABLE READ two inserts wait for each other's gaps. */
    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unusedNoRows = statement.execute("set transaction isolation level read committed");
        }
    }
}
