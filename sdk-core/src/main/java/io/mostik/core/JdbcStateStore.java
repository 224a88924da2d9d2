package io.mostik.core;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final int ROOM_FOR_VERSIONS_PER_MILLISECOND = 19;

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
    public List<Entry> list(String prefix, String after, int atMost) {
        String pattern = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return on("list", connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    FIND + "state_key like ? escape '!' and state_key > ?" + LIVE + " order by state_key limit ?")) {
                query.setString(1, pattern);
                query.setString(2, after);
                query.setLong(3, time.now().toEpochMilli());
                query.setInt(4, atMost);
                return read(query);
            }
        });
    }

    @Override
    public OptionalLong commit(List<Change> changes) {
        List<Change> checked = StateStore.checkChanges(changes);
        long now = time.now().toEpochMilli();
        long version = (now << ROOM_FOR_VERSIONS_PER_MILLISECOND)
                | ThreadLocalRandom.current().nextLong(1L << ROOM_FOR_VERSIONS_PER_MILLISECOND);
        return on("commit", connection -> {
            connection.setAutoCommit(false);
            boolean done = true;
            for (Change change : checked) {
                done = done && apply(connection, change, version, now);
            }
            if (done) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return done ? OptionalLong.of(version) : OptionalLong.empty();
        });
    }

    @Override
    public Instant now() {
        return time.now();
    }

    private static boolean apply(Connection connection, Change change, long version, long now) throws SQLException {
        long expected = change.expectedVersion();
        if (change instanceof Remove remove) {
            try (PreparedStatement delete = connection.prepareStatement("delete from mostik_state where state_key = ?"
                    + (expected == ANY
                            ? ""
                            : " and version = " + expected + " and (expires_at is null or expires_at > " + now
                                    + ")"))) {
                delete.setString(1, remove.key());
                return delete.executeUpdate() == 1 || expected == ANY;
            }
        }
        Write wanted = (Write) change;
        Optional<Long> end = wanted.keepFor().map(duration -> now + duration.toMillis());
        Row row = new Row(wanted.key(), wanted.value(), version, end);
        if (expected == ANY) {
            return write(connection, UPDATE, row) || insert(connection, row);
        }
        return expected == ABSENT
                ? write(connection, UPDATE + " and expires_at <= ?", row, now) || insert(connection, row)
                : write(connection, UPDATE + " and version = ?" + LIVE, row, expected, now);
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
