package io.mostik.bridge.link;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table of what is known of each link beside its runs: since when it is there, and whether it is paused. */
final class LinkTable {

    private static final int LONGEST_REASON = 400;

    private LinkTable() {}

    /** What is known of a link. */
    record Row(String feed, Instant startedAt, Optional<Instant> pausedAt, String why, String countedAfter) {}

    /** Notes a link that is new; its feed keeps its name when the link gets another one. */
    static void begin(Connection connection, String link, String feed, Instant now) throws SQLException {
        int unused = Sql.update(
                connection,
                "insert into mb_link (link, feed, started_at, why, counted_after) values (?, ?, ?, '', '')"
                        + " on conflict do nothing",
                link,
                feed,
                now);
    }

    static Optional<Row> find(Connection connection, String link) throws SQLException {
        return Sql.find(
                connection,
                "select feed, started_at, paused_at, why, counted_after from mb_link where link = ?",
                row -> new Row(
                        row.getString("feed"),
                        Instant.ofEpochMilli(row.getLong("started_at")),
                        Sql.instant(row, "paused_at"),
                        row.getString("why"),
                        row.getString("counted_after")),
                link);
    }

    static boolean pause(Connection connection, String link, Instant now, String why) throws SQLException {
        return Sql.update(
                        connection,
                        "update mb_link set paused_at = ?, why = ? where link = ? and paused_at is null",
                        now,
                        why.substring(0, Math.min(why.length(), LONGEST_REASON)),
                        link)
                == 1;
    }

    /** Lets a link go on; failures up to a run do not count any more. */
    static boolean resume(Connection connection, String link, String countedAfter) throws SQLException {
        return Sql.update(
                        connection,
                        "update mb_link set paused_at = null, why = '', counted_after = ? where link = ?"
                                + " and paused_at is not null",
                        countedAfter,
                        link)
                == 1;
    }

    static void rename(Connection connection, String was, String name) throws SQLException {
        int unused = Sql.update(
                connection,
                "update mb_link set link = ? where link = ? and not exists (select 1 from mb_link n where n.link = ?)",
                name,
                was,
                name);
    }

    /** Returns when something last came for a link. */
    static Optional<Instant> heard(Connection connection, String link) throws SQLException {
        return Sql.find(
                        connection,
                        "select max(received_at) last from mb_run where link = ?",
                        row -> Sql.instant(row, "last"),
                        link)
                .flatMap(last -> last);
    }

    /** Returns the id of a link's newest run; empty text if it has none. */
    static String newestRun(Connection connection, String link) throws SQLException {
        return Sql.find(
                        connection,
                        "select id from mb_run where link = ? order by link desc, id desc limit 1",
                        row -> row.getString(1),
                        link)
                .orElse("");
    }

    /** Returns whether the last runs of a link all failed, so many of them at least. */
    static boolean failedInARow(Connection connection, String link, String after, int many) throws SQLException {
        return Sql.find(
                        connection,
                        "select count(*) tries, sum(case when r.state in ('DEAD', 'INCOMPLETE') or i.state = 'REFUSED'"
                                + " then 1 else 0 end) failures from (select * from mb_run where link = ? and id > ?"
                                + " and state not in ('FILTERED', 'ECHO', 'WAITING') order by link desc, id desc"
                                + " limit ?) r"
                                + " left join mb_intent i on i.id = r.intent",
                        row -> row.getInt("tries") >= many && row.getInt("failures") >= many,
                        link,
                        after,
                        many)
                .orElse(false);
    }
}
