package io.mostik.bridge.intent;

import io.mostik.bridge.store.Insertion;
import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the journal. Two columns say more than they seem to, so that the indexes need not know the state, and noting
 * that an attempt begins changes none of them: {@code event} is 0 as long as an intent is accepted or working, and {@code
 * not_before} is null once it has ended. {@code event} is -1 where there is nothing to tell of an end. What is {@code
 * in_doubt} has begun, and is so until it is known that it did not happen.
 */
final class IntentTable {

    static final String OPEN = "event = 0";
    static final String NOT_ENDED = "not_before >= 0";
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z"); // until a person decides
    static final String ALL = "select * from mb_intent ";

    private static final long UNTOLD = -1;
    private static final int LONGEST_CODE = 60;

    private IntentTable() {}

    /** Returns what writes a new row, unless its key is there. */
    static Insertion insertion(IntentRow row, String fields) {
        Intent intent = row.intent();
        return Insertion.of(
                "insert into mb_intent (id, base, document, action, line, digest, connection, fields, state,"
                        + " next_step, code, results, subject, holds, event, accepted_at, changed_at, valid_until,"
                        + " not_before, tries, begun, begun_at, in_doubt, alarm, version) values (?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 1) on conflict do nothing",
                intent.id(),
                intent.key().base(),
                intent.key().document(),
                intent.key().action(),
                intent.key().line(),
                row.digest(),
                intent.connection(),
                fields,
                intent.state().name(),
                intent.nextStep().name(),
                intent.code(),
                intent.subject(),
                row.isHolding(),
                event(intent.state(), intent.event()),
                intent.acceptedAt(),
                intent.changedAt(),
                intent.validUntil(),
                notBefore(intent.state(), intent.notBefore()),
                row.isBegun(),
                row.begunAt(),
                row.isInDoubt(),
                row.alarm());
    }

    static Optional<IntentRow> find(Connection connection, String id) throws SQLException {
        return Sql.find(connection, ALL + "where id = ?", IntentTable::read, id);
    }

    /**
     * A row whose alarm rings.
     *
     * @param isBaseHeld whether the intents of its base wait for a person
     */
    record Due(IntentRow row, boolean isBaseHeld) {}

    static Optional<Due> findDue(Connection connection, String id) throws SQLException {
        return Sql.find(
                connection,
                "select i.*, b.held_at base_held_at from mb_intent i left join mb_base b on b.base = i.base"
                        + " where i.id = ?",
                row -> new Due(read(row), Sql.instant(row, "base_held_at").isPresent()),
                id);
    }

    static Optional<IntentRow> find(Connection connection, IntentKey key) throws SQLException {
        return Sql.find(
                connection,
                ALL + "where base = ? and document = ? and action = ? and line = ?",
                IntentTable::read,
                key.base(),
                key.document(),
                key.action(),
                key.line());
    }

    /** Notes that an attempt begins; what is unknown stays so while it is looked at. Fails if somebody moved the row. */
    static boolean begin(Connection connection, IntentRow row, Instant now) throws SQLException {
        boolean isFirst = row.intent().state() == IntentState.ACCEPTED;
        return Sql.update(
                        connection,
                        "update mb_intent set state = ?, code = ?, begun = true, begun_at = ?,"
                                + " tries = tries + 1, changed_at = ?, version = version + 1"
                                + " where id = ? and version = ?",
                        isFirst
                                ? IntentState.WORKING.name()
                                : row.intent().state().name(),
                        isFirst ? Codes.WORKING : row.intent().code(),
                        row.begunAt().orElse(now),
                        now,
                        row.intent().id(),
                        row.intent().version())
                == 1;
    }

    /** Where the number of an event comes from. */
    enum EventNumber {
        /** There is no new one. */
        NONE,
        /** It was taken in this transaction. */
        TAKEN,
        /** It is taken in the same statement. */
        NEXT
    }

    /** Moves a row, unless somebody else did meanwhile. */
    static boolean move(Connection connection, IntentRow row, Move move, EventNumber number, int alarm, Instant now)
            throws SQLException {
        Intent intent = row.intent();
        List<Object> values = new ArrayList<>();
        if (number == EventNumber.NEXT) {
            values.addAll(List.of(intent.key().base(), intent.key().base(), now, intent.id(), intent.version()));
        }
        values.addAll(List.of(
                move.state().name(),
                move.next().name(),
                move.code().substring(0, Math.min(move.code().length(), LONGEST_CODE)),
                FieldText.results(move.results()),
                move.vendorSays().map(text -> text.replace("\u0000", ""))));
        String event = "?";
        switch (number) {
            case NONE -> values.add(event(move.state(), intent.event()));
            case TAKEN -> {
                event = "(select last_event from mb_base where base = ?)";
                values.add(intent.key().base());
            }
            case NEXT -> event = "(select last_event from news)";
        }
        values.addAll(List.of(
                now,
                notBefore(move.state(), move.at()),
                move.isBegun(),
                move.isBegun() ? row.begunAt().or(() -> Optional.of(now)) : Optional.empty(),
                move.isBegun(),
                alarm,
                intent.id(),
                intent.version()));
        return Sql.update(
                        connection,
                        (number == EventNumber.NEXT ? EventFeed.NEXT : "")
                                + "update mb_intent set state = ?, next_step = ?, code = ?, results = ?,"
                                + " vendor_says = ?, event = " + event + ", changed_at = ?, not_before = ?, begun = ?,"
                                + " begun_at = ?, in_doubt = case when ? then in_doubt else false end, alarm = ?,"
                                + " version = version + 1 where id = ? and version = ?",
                        values.toArray())
                == 1;
    }

    /** Gives an open row its next alarm, unless somebody moved it. */
    static boolean ringAt(Connection connection, IntentRow row, Instant at) throws SQLException {
        return Sql.update(
                        connection,
                        "update mb_intent set not_before = ?, alarm = alarm + 1, version = version + 1"
                                + " where id = ? and version = ?",
                        at,
                        row.intent().id(),
                        row.intent().version())
                == 1;
    }

    static List<IntentRow> list(Connection connection, String where, Object... values) throws SQLException {
        return Sql.list(connection, ALL + where, IntentTable::read, values);
    }

    private static long event(IntentState state, long number) {
        boolean isOpen = !state.isEnd() && state != IntentState.UNKNOWN;
        return isOpen ? 0 : number == 0 ? UNTOLD : number;
    }

    private static Optional<Instant> notBefore(IntentState state, Optional<Instant> at) {
        return state.isEnd() ? Optional.empty() : Optional.of(at.orElse(NEVER));
    }

    static IntentRow read(ResultSet row) throws SQLException {
        Intent intent = new Intent(
                row.getString("id"),
                new IntentKey(
                        row.getString("base"),
                        row.getString("action"),
                        row.getString("document"),
                        row.getString("line")),
                row.getString("connection"),
                FieldText.read(row.getString("fields")),
                IntentState.valueOf(row.getString("state")),
                NextStep.valueOf(row.getString("next_step")),
                row.getString("code"),
                FieldText.read(row.getString("results")),
                Optional.ofNullable(row.getString("vendor_says")),
                Optional.ofNullable(row.getString("subject")),
                Math.max(0, row.getLong("event")),
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                Sql.instant(row, "valid_until"),
                Sql.instant(row, "not_before").filter(at -> at.isBefore(NEVER)),
                row.getInt("tries"),
                row.getLong("version"));
        return new IntentRow(
                intent,
                row.getString("digest"),
                row.getBoolean("holds"),
                row.getBoolean("begun"),
                Sql.instant(row, "begun_at"),
                row.getBoolean("in_doubt"),
                row.getInt("alarm"));
    }
}
