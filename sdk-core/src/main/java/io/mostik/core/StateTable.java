package io.mostik.core;

import io.mostik.core.StateStore.Entry;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The statements on the table {@code mostik_state}. A row is live until {@code expires_at}. A removed row stays for a
 * while with the negative time of its removal there, so that no clock makes it live again: its version must not repeat.
 */
final class StateTable {

    private static final String READ = "select state_key, state_value, version, expires_at from mostik_state where ";
    private static final String LIVE = "(expires_at is null or expires_at > ?)";
    private static final String DEAD = "expires_at <= ?";
    private static final String SET = "update mostik_state set state_value = ?, version = ?, expires_at = ? where ";

    private static final String INSERT =
            "insert into mostik_state (state_value, version, expires_at, state_key) values (?, ?, ?, ?)";
    private static final String OVER = " on conflict (state_key) do update set state_value = excluded.state_value,"
            + " version = excluded.version, expires_at = excluded.expires_at where mostik_state.version <"
            + " excluded.version";

    private final Dialect dialect;
    private final String isKey;

    StateTable(Dialect dialect) {
        this.dialect = dialect;
        this.isKey = dialect.key() + " = ?";
    }

    /** A row as it is to be written. */
    record Row(String key, String value, long version, Optional<Long> end) {}

    /** The version of a row, and whether the row is live. */
    record Stored(long version, boolean isLive) {}

    /** Reads the live rows with these keys, in no order. */
    List<Entry> find(Session session, Collection<String> keys, long now) throws SQLException {
        String places = String.join(", ", Collections.nCopies(keys.size(), "?"));
        try (PreparedStatement query = session.prepare(READ + dialect.key() + " in (" + places + ") and " + LIVE)) {
            int index = 1;
            for (String key : keys) {
                dialect.key(query, index++, key);
            }
            query.setLong(index, now);
            return entries(query);
        }
    }

    /** Reads live rows from one bound alone, since not every database uses two. */
    List<Entry> list(Session session, String prefix, String after, int atMost, long now) throws SQLException {
        boolean isFirstPage = Arrays.compareUnsigned(bytes(after), bytes(prefix)) < 0;
        String from = dialect.key() + (isFirstPage ? " >= ?" : " > ?");
        String order = " order by " + dialect.key() + dialect.page();
        try (PreparedStatement query =
                session.prepare(READ + from + " and " + dialect.key() + " < ? and " + LIVE + order)) {
            dialect.key(query, 1, isFirstPage ? prefix : after);
            dialect.endOf(query, 2, prefix);
            query.setLong(3, now);
            query.setInt(4, atMost);
            return entries(query);
        }
    }

    /** Reads the version of a row, live or not. */
    Optional<Stored> stored(Session session, String key, long now) throws SQLException {
        try (PreparedStatement query =
                session.prepare("select version, expires_at from mostik_state where " + isKey + dialect.latest())) {
            dialect.key(query, 1, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long version = row.getLong(1);
                long end = row.getLong(2);
                return Optional.of(new Stored(version, row.wasNull() || end > now));
            }
        }
    }

    /** Returns whether {@link #insertOverAny} works here. */
    boolean insertsOverRows() {
        return dialect.insertsOverRows();
    }

    /** Inserts a row, or writes over any row of an earlier version. */
    boolean insertOverAny(Session session, Row row) throws SQLException {
        return insertOver(session, row, "");
    }

    /** Inserts a row, or writes over a dead row of an earlier version. */
    boolean insertOverDead(Session session, Row row, long now) throws SQLException {
        return insertOver(session, row, " and mostik_state." + DEAD, now);
    }

    private boolean insertOver(Session session, Row row, String condition, long... conditions) throws SQLException {
        try (PreparedStatement insert = session.prepare(INSERT + OVER + condition)) {
            set(insert, row);
            for (int i = 0; i < conditions.length; i++) {
                insert.setLong(5 + i, conditions[i]);
            }
            return insert.executeUpdate() == 1;
        }
    }

    void insert(Session session, Row row) throws SQLException {
        try (PreparedStatement insert = session.prepare(INSERT)) {
            set(insert, row);
            int unusedOneRow = insert.executeUpdate();
        }
    }

    /** Writes over a live row of this version. */
    boolean replace(Session session, Row row, long version, long now) throws SQLException {
        return update(session, row, " and version = ? and " + LIVE, version, now);
    }

    /** Writes over a live row of an earlier version. */
    boolean replaceLive(Session session, Row row, long now) throws SQLException {
        return update(session, row, " and version < ? and " + LIVE, row.version(), now);
    }

    /** Writes over a dead row of an earlier version. */
    boolean replaceDead(Session session, Row row, long now) throws SQLException {
        return update(session, row, " and version < ? and " + DEAD, row.version(), now);
    }

    /** Writes over any row of an earlier version. */
    boolean replaceAny(Session session, Row row) throws SQLException {
        return update(session, row, " and version < ?", row.version());
    }

    /** Returns whether a failure has ended the whole transaction. */
    boolean isTakenBack(SQLException failure) {
        return dialect.isTakenBack(failure);
    }

    /** Deletes what expired or was removed at a time or before; as one range, so that the index serves. */
    int sweep(Session session, long until) throws SQLException {
        try (PreparedStatement delete =
                session.prepare("delete from mostik_state where expires_at >= ? and expires_at <= ?")) {
            delete.setLong(1, -until);
            delete.setLong(2, until);
            return delete.executeUpdate();
        }
    }

    /** Deletes the rows with a prefix without a trace. */
    int delete(Session session, String prefix) throws SQLException {
        try (PreparedStatement delete = session.prepare(
                "delete from mostik_state where " + dialect.key() + " >= ? and " + dialect.key() + " < ?")) {
            dialect.key(delete, 1, prefix);
            dialect.endOf(delete, 2, prefix);
            return delete.executeUpdate();
        }
    }

    private boolean update(Session session, Row row, String condition, long... conditions) throws SQLException {
        try (PreparedStatement update = session.prepare(SET + isKey + condition)) {
            set(update, row);
            for (int i = 0; i < conditions.length; i++) {
                update.setLong(5 + i, conditions[i]);
            }
            return update.executeUpdate() == 1;
        }
    }

    /** Insert and update start with the same four parameters. */
    private void set(PreparedStatement statement, Row row) throws SQLException {
        dialect.value(statement, 1, row.value());
        statement.setLong(2, row.version());
        Dialect.end(statement, 3, row.end());
        dialect.key(statement, 4, row.key());
    }

    private List<Entry> entries(PreparedStatement query) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String key = dialect.key(rows, 1);
                String value = dialect.value(rows, 2);
                long version = rows.getLong(3);
                long end = rows.getLong(4);
                Optional<Instant> expiresAt =
                        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end));
                entries.add(new Entry(key, value, version, expiresAt));
            }
        }
        return List.copyOf(entries);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
