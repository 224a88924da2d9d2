package io.mostik.core;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Remembers in a table of the embedder's database, so that it survives a crash and serves several nodes. Plain SQL, as
 * PostgreSQL and H2 take it; each method is one statement on a connection of its own, in auto-commit. Thread-safe as far
 * as the data source is. Nodes should agree on the time to within the expiry of what they remember.
 */
public final class JdbcStateStore implements StateStore {

    private static final String CREATE = "create table if not exists mostik_state ("
            + "state_key varchar(200) primary key, state_value text not null, version bigint not null, expires_at bigint)";
    private static final String LIVE = " and (expires_at is null or expires_at > ?)";
    private static final String FIND = "select state_key, state_value, version, expires_at from mostik_state where ";
    private static final String INSERT =
            "insert into mostik_state (state_value, version, expires_at, state_key) values (?, ?, ?, ?)";
    private static final String UPDATE =
            "update mostik_state set state_value = ?, version = ?, expires_at = ?" + " where state_key = ?";
    private static final String INTEGRITY_VIOLATION = "23";
    private static final int ROOM_FOR_VERSIONS_PER_MILLISECOND = 10;

    private final DataSource dataSource;
    private final TimeSource time;

    private JdbcStateStore(DataSource dataSource, TimeSource time) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.time = Objects.requireNonNull(time, "time");
    }

    /** Returns a store over the table {@code mostik_state}, which it creates if it is missing. */
    public static JdbcStateStore create(DataSource dataSource) {
        return create(dataSource, TimeSource.system());
    }

    /** Returns a store with this clock. */
    public static JdbcStateStore create(DataSource dataSource, TimeSource time) {
        JdbcStateStore store = new JdbcStateStore(dataSource, time);
        store.<Boolean>on("create the table", JdbcStateStore::createTable);
        return store;
    }

    /** Where two nodes create the table at once, PostgreSQL lets one fail, in several ways; then it is there. */
    private static boolean createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                return statement.execute(CREATE);
            } catch (SQLException e) {
                return statement.execute(CREATE);
            }
        }
    }

    @Override
    public Optional<Entry> find(String key) {
        StateStore.checkKey(key);
        return on("find", connection -> {
            try (PreparedStatement query = connection.prepareStatement(FIND + "state_key = ?" + LIVE)) {
                query.setString(1, key);
                query.setLong(2, time.now().toEpochMilli());
                return read(query).stream().findFirst();
            }
        });
    }

    @Override
    public List<Entry> list(String prefix, int atMost) {
        String pattern = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return on("list", connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    FIND + "state_key like ? escape '!'" + LIVE + " order by state_key limit ?")) {
                query.setString(1, pattern);
                query.setLong(2, time.now().toEpochMilli());
                query.setInt(3, atMost);
                return read(query);
            }
        });
    }

    @Override
    public boolean replace(String key, String value, long expectedVersion, Optional<Duration> keepFor) {
        StateStore.checkKey(key);
        Objects.requireNonNull(value, "value");
        long now = time.now().toEpochMilli();
        Optional<Long> end = keepFor.map(duration -> now + duration.toMillis());
        return on("replace", connection -> {
            if (expectedVersion == ABSENT) {
                Row fresh = new Row(key, value, firstVersion(now), end);
                return write(connection, UPDATE + " and expires_at <= ?", fresh, now) || insert(connection, fresh);
            }
            Row next = new Row(key, value, expectedVersion + 1, end);
            return write(connection, UPDATE + " and version = ?" + LIVE, next, expectedVersion, now);
        });
    }

    @Override
    public boolean remove(String key, long expectedVersion) {
        StateStore.checkKey(key);
        return on("remove", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from mostik_state where state_key = ? and version = ?" + LIVE)) {
                delete.setString(1, key);
                delete.setLong(2, expectedVersion);
                delete.setLong(3, time.now().toEpochMilli());
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** A key that was removed or has expired starts above every version it ever had. */
    private static long firstVersion(long nowMillis) {
        return nowMillis << ROOM_FOR_VERSIONS_PER_MILLISECOND;
    }

    private static boolean insert(Connection connection, Row row) throws SQLException {
        try {
            return write(connection, INSERT, row);
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(INTEGRITY_VIOLATION)) {
                return false;
            }
            throw e;
        }
    }

    /** Insert and update start with the same four parameters; the conditions follow them. */
    private static boolean write(Connection connection, String sql, Row row, long... conditions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.value());
            statement.setLong(2, row.version());
            if (row.end().isPresent()) {
                statement.setLong(3, row.end().get());
            } else {
                statement.setNull(3, Types.BIGINT);
            }
            statement.setString(4, row.key());
            for (int i = 0; i < conditions.length; i++) {
                statement.setLong(5 + i, conditions[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private static List<Entry> read(PreparedStatement query) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long end = rows.getLong(4);
                Optional<Instant> expiresAt =
                        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end));
                entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getLong(3), expiresAt));
            }
        }
        return List.copyOf(entries);
    }

    private <T> T on(String what, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return work.with(connection);
        } catch (SQLException | RuntimeException e) { // a closed pool need not throw an SQLException
            throw new StateStoreException("the state store could not " + what, e);
        }
    }

    /** What is written. */
    private record Row(String key, String value, long version, Optional<Long> end) {}

    /** What is done on one connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
