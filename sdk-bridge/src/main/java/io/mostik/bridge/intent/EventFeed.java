package io.mostik.bridge.intent;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The numbers of a base's events. A number is taken in the transaction that ends the intent, under the lock of the base's
 * row: who reads a number has seen all smaller ones. The first is the time in milliseconds, so that the numbers of a new
 * journal lie above those of an older one.
 */
final class EventFeed {

    private static final String LAST = "select last_event from mb_base where base = ?";

    /**
     * Takes the next number for the row of an intent, if it is still as it was, in the statement that moves it. The base is
     * locked first, as {@link #advance} does: whoever ends several intents in one transaction holds it while it goes on.
     */
    static final String NEXT = "with base as (select base from mb_base where base = ? for update),"
            + " news as (insert into mb_base (base, last_event) select ?, ? from mb_intent"
            + " where id = ? and version = ? and (select count(*) from base) >= 0 for update"
            + " on conflict (base) do update set last_event = mb_base.last_event + 1 returning last_event) ";

    private static final String ADVANCE = "update mb_base set last_event = last_event + 1 where base = ?";

    private EventFeed() {}

    /** Makes the next number the last one of a base; others of the base wait until the transaction is over. */
    static void advance(Connection connection, String base, Instant now) throws SQLException {
        if (Sql.update(connection, ADVANCE, base) == 0) {
            int unused = Sql.update(
                    connection,
                    "insert into mb_base (base, last_event) values (?, ?) on conflict do nothing",
                    base,
                    now.toEpochMilli());
            int unusedNow = Sql.update(connection, ADVANCE, base);
        }
    }

    /** Returns the last number; 0 if there was none. */
    static long last(Connection connection, String base) throws SQLException {
        return Sql.find(connection, LAST, row -> row.getLong(1), base).orElse(0L);
    }

    static List<Intent> list(Connection connection, String base, long after, int limit) throws SQLException {
        return IntentTable.list(
                        connection,
                        "where base = ? and event > ? order by base, event limit ?",
                        base,
                        Math.max(0, after),
                        limit)
                .stream()
                .map(IntentRow::intent)
                .toList();
    }
}
