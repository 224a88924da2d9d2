package io.mostik.bridge.intent;

import io.mostik.bridge.Held;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Hold;
import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Bases that know more events than the journal has: it must be older than they are, so their intents wait for a person.
 */
final class HeldBases {

    private static final int PAGE = 500;
    private static final String BEHIND = "it has taken over events that the journal does not have";

    private final BridgeDatabase database;
    private final Journal journal;
    private final Decisions decisions;

    HeldBases(BridgeDatabase database, Journal journal, Decisions decisions) {
        this.database = database;
        this.journal = journal;
        this.decisions = decisions;
    }

    /** What a base has taken over, what the journal has, and what that was when the base was first found ahead. */
    private record Ahead(long after, long event, long last) {

        /** What has ended since comes after all that the base knows, unless no journal can ever have had such a number. */
        long shift(Instant now) {
            long to = after <= now.toEpochMilli() ? after : Math.max(event, now.toEpochMilli());
            return Math.max(0, to - event);
        }
    }

    /** Notes that a base has taken over a number that the journal does not have. Returns whether that is news. */
    boolean behind(String base, long after) {
        return database.transaction("hold a base", connection -> {
            int unused = Sql.update(
                    connection, "insert into mb_base (base, last_event) values (?, 0) on conflict do nothing", base);
            return Sql.update(
                            connection,
                            "update mb_base set held_at = ?, held_after = ?, held_event = last_event"
                                    + " where base = ? and last_event < ? and held_at is null",
                            journal.now(),
                            after,
                            base,
                            after)
                    == 1;
        });
    }

    /** Returns the bases that are held. */
    List<Held> list() {
        return database.read(
                "list held bases",
                connection -> Sql.list(
                        connection,
                        "select base, held_at from mb_base where held_at is not null order by base",
                        row -> new Held(
                                row.getString("base"), Instant.ofEpochMilli(row.getLong("held_at")), BEHIND, true)));
    }

    /** Returns whether a base is held; if so, it stays so until the transaction is over. */
    static boolean isHeld(Connection connection, String base) throws SQLException {
        return Sql.find(
                        connection,
                        "select base from mb_base where base = ? and held_at is not null for update",
                        row -> row.getString(1),
                        base)
                .isPresent();
    }

    /**
     * Lets a base go on: the numbers of its events continue above what it knows, and its intents that have not ended are
     * read back first.
     *
     * @throws NoSuchElementException if it is not held
     */
    void release(String base, String who, String reason, Instant from) {
        boolean unused = database.transaction("release a base", connection -> {
            Instant now = journal.now();
            Hold.checkPast(Optional.of(from), now);
            Ahead ahead = Sql.find(
                            connection,
                            "select held_after, held_event, last_event from mb_base"
                                    + " where base = ? and held_at is not null for update",
                            row -> new Ahead(row.getLong(1), row.getLong(2), row.getLong(3)),
                            base)
                    .orElseThrow(() -> new NoSuchElementException("base " + base + " is not held"));
            renumber(connection, base, ahead, now);
            int unusedMarks = Doubts.mark(connection, from, Optional.of(base), now);
            decisions.append(connection, who, "release a base", Hold.about("base " + base, Optional.of(from)), reason);
            return true;
        });
        wake(base);
    }

    private static void renumber(Connection connection, String base, Ahead ahead, Instant now) throws SQLException {
        long shift = ahead.shift(now);
        int unusedEvents = Sql.update(
                connection,
                "update mb_intent set event = event + ? where base = ? and event > ?",
                shift,
                base,
                ahead.event());
        int unused = Sql.update(
                connection,
                "update mb_base set held_at = null, held_after = null, held_event = null, last_event = ?,"
                        + " released_at = ? where base = ?",
                ahead.last() + shift,
                now,
                base);
    }

    private void wake(String base) {
        String after = "";
        List<IntentRow> page;
        do {
            String from = after;
            page = database.transaction("wake what waits", connection -> {
                List<IntentRow> waiting = IntentTable.list(
                        connection,
                        "where base = ? and code in ('" + Codes.BASE_HELD + "', '" + Codes.IN_DOUBT + "') and "
                                + IntentTable.NOT_ENDED + " and id > ? order by id limit " + PAGE,
                        base,
                        from);
                for (IntentRow row : waiting) {
                    boolean unused = journal.wake(connection, row, journal.now());
                }
                return waiting;
            });
            after = page.isEmpty() ? "" : page.get(page.size() - 1).intent().id();
        } while (page.size() == PAGE);
    }
}
