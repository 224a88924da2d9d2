package io.mostik.core;

import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Remove;
import io.mostik.core.StateStore.Write;
import io.mostik.core.StateTable.Row;
import io.mostik.core.StateTable.Stored;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One try to apply changes under one version. Ends at the first key that does not fit. */
final class CommitAttempt {

    private final StateTable table;
    private final Session session;
    private final long version;
    private final long now;
    private OptionalLong inTheWay = OptionalLong.empty();

    private CommitAttempt(StateTable table, Session session, long version, long now) {
        this.table = table;
        this.session = session;
        this.version = version;
        this.now = now;
    }

    /**
     * How it ended.
     *
     * @param isApplied whether every change was made
     * @param inTheWay the version of a row over which only a greater version can be written; then it is worth another try
     */
    record Result(boolean isApplied, OptionalLong inTheWay) {}

    static Result of(StateTable table, Session session, List<Change> changes, long version, long now)
            throws SQLException {
        CommitAttempt attempt = new CommitAttempt(table, session, version, now);
        for (Change change : changes) {
            if (!attempt.apply(change)) {
                return new Result(false, attempt.inTheWay);
            }
        }
        return new Result(true, OptionalLong.empty());
    }

    private boolean apply(Change change) throws SQLException {
        return change instanceof Write write ? write(write) : remove((Remove) change);
    }

    private boolean write(Write write) throws SQLException {
        Row row = new Row(write.key(), write.value(), version, write.keepFor().map(this::endAfter));
        long expected = write.expectedVersion();
        boolean isNew = expected == StateStore.ANY || expected == StateStore.ABSENT;
        if (isNew && table.insertsOverRows()) {
            return insertOver(row, expected);
        }
        if (expected == StateStore.ANY) {
            return table.replaceAny(session, row) || insert(row, expected);
        }
        if (expected == StateStore.ABSENT) {
            return table.replaceDead(session, row, now) || insert(row, expected);
        }
        return table.replace(session, row, expected, now);
    }

    /** A row that stays as it is tells why; one that is gone by then is no obstacle to the next try. */
    private boolean insertOver(Row row, long expected) throws SQLException {
        boolean isWritten = expected == StateStore.ANY
                ? table.insertOverAny(session, row)
                : table.insertOverDead(session, row, now);
        if (isWritten) {
            return true;
        }
        Optional<Stored> met = table.stored(session, row.key(), now);
        if (met.isEmpty() || expected == StateStore.ANY || !met.get().isLive()) {
            inTheWay = OptionalLong.of(met.map(Stored::version).orElse(version));
        }
        return false;
    }

    /** An insert that fails has met a row, which tells why; if there is none, the failure is another one. */
    private boolean insert(Row row, long expected) throws SQLException {
        try {
            return session.behindSavepoint(same -> {
                table.insert(same, row);
                return true;
            });
        } catch (SQLException e) {
            Optional<Stored> met = table.isTakenBack(e) ? Optional.empty() : stored(row.key(), e);
            if (met.isEmpty()) {
                throw e;
            }
            if (expected == StateStore.ANY || !met.get().isLive()) {
                inTheWay = OptionalLong.of(met.get().version());
            }
            return false;
        }
    }

    private Optional<Stored> stored(String key, SQLException failure) throws SQLException {
        try {
            return table.stored(session, key, now);
        } catch (SQLException e) {
            boolean isTakenBack = table.isTakenBack(e);
            SQLException told = isTakenBack ? e : failure;
            told.addSuppressed(isTakenBack ? failure : e);
            throw told;
        }
    }

    private boolean remove(Remove remove) throws SQLException {
        Row tombstone = new Row(remove.key(), "", version, Optional.of(-now));
        long expected = remove.expectedVersion();
        if (expected != StateStore.ANY && expected != StateStore.ABSENT) {
            return table.replace(session, tombstone, expected, now);
        }
        if (expected == StateStore.ANY && table.replaceLive(session, tombstone, now)) {
            return true;
        }
        Optional<Stored> live = table.stored(session, remove.key(), now).filter(Stored::isLive);
        if (live.isPresent() && expected == StateStore.ANY) {
            inTheWay = OptionalLong.of(live.get().version());
        }
        return live.isEmpty();
    }

    /** The end of time for what is kept longer; now for what is kept for less than nothing, as negative ends are removals. */
    private long endAfter(Duration keepFor) {
        if (keepFor.isNegative()) {
            return now;
        }
        return keepFor.compareTo(Duration.ofMillis(Long.MAX_VALUE - now)) < 0
                ? now + keepFor.toMillis()
                : Long.MAX_VALUE;
    }
}
