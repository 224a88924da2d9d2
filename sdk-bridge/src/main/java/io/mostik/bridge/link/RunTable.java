package io.mostik.bridge.link;

import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.BridgeEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of runs. A run shows the state of its intent, if it has one. */
final class RunTable {

    private static final String COLUMNS = "select r.id, r.link, r.event_key, r.trigger_name, r.connection, r.event_id,"
            + " r.happened_at, r.received_at, r.state, r.code, r.notes, r.digest, r.intent, r.data,"
            + " i.state intent_state, i.code intent_code from mb_run r left join mb_intent i on i.id = r.intent";
    private static final String OVER = "state not in ('WAITING', 'DEAD', 'INCOMPLETE')";
    private static final String NEWLINE = "\n";

    private RunTable() {}

    /** Writes a run down; false if there is one of this link and key. */
    static boolean insert(Connection connection, Run run, Optional<String> about) throws SQLException {
        BridgeEvent event = run.event();
        return Sql.update(
                        connection,
                        "insert into mb_run (id, link, event_key, trigger_name, connection, event_id, happened_at,"
                                + " received_at, state, code, notes, about, digest, data)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        run.id(),
                        run.link(),
                        run.key(),
                        event.trigger(),
                        event.connection(),
                        event.id(),
                        event.at(),
                        run.receivedAt(),
                        run.state().name(),
                        run.code(),
                        String.join(NEWLINE, run.notes()),
                        about,
                        run.digest(),
                        StoredJson.write(event.data()))
                == 1;
    }

    /** Writes down what became of a run, unless somebody else has meanwhile. */
    static boolean update(Connection connection, Run before, Outcome outcome, String digest) throws SQLException {
        return Sql.update(
                        connection,
                        "update mb_run set state = ?, code = ?, notes = ?, digest = ?, intent = ?"
                                + " where id = ? and state = ? and intent is null",
                        outcome.state().name(),
                        outcome.code(),
                        String.join(NEWLINE, outcome.notes()),
                        digest,
                        outcome.intent(),
                        before.id(),
                        before.state().name())
                == 1;
    }

    static Optional<Run> find(Connection connection, String id) throws SQLException {
        return Sql.find(connection, COLUMNS + " where r.id = ?", RunTable::run, id);
    }

    /** Returns runs of a link, the newest first. */
    static List<Run> newest(Connection connection, String link, String before, int limit) throws SQLException {
        return Sql.list(
                connection,
                COLUMNS + " where r.link = ? and r.id < ? order by r.link desc, r.id desc limit ?",
                RunTable::run,
                link,
                before,
                limit);
    }

    /** Returns runs of a link that stand in a state by themselves, the oldest first. */
    static List<Run> inState(Connection connection, String link, RunState state, String after, int limit)
            throws SQLException {
        return Sql.list(
                connection,
                COLUMNS + " where r.state = ? and r.link = ? and r.id > ? order by r.id limit ?",
                RunTable::run,
                state.name(),
                link,
                after,
                limit);
    }

    /** Returns runs of a link that stand in a state by themselves, the newest first. */
    static List<Run> newestIn(Connection connection, String link, RunState state, int limit) throws SQLException {
        return Sql.list(
                connection,
                COLUMNS + " where r.state = ? and r.link = ? order by r.id desc limit ?",
                RunTable::run,
                state.name(),
                link,
                limit);
    }

    /** Returns runs of some links about something that happened up to a time, the oldest first. */
    static List<Run> about(Connection connection, List<String> links, String about, Instant upTo) throws SQLException {
        List<Object> values = new ArrayList<>(links);
        values.add(about);
        values.add(upTo);
        return Sql.list(
                connection,
                COLUMNS + " where r.link in (" + Sql.places(links.size()) + ") and r.about = ? and r.happened_at <= ?"
                        + " order by r.happened_at, r.id",
                RunTable::run,
                values.toArray());
    }

    /** Returns when something was last withdrawn by one of these links. */
    static Optional<Instant> lastAbout(Connection connection, List<String> links, String about) throws SQLException {
        List<Object> values = new ArrayList<>(links);
        values.add(about);
        return Sql.find(
                        connection,
                        "select max(happened_at) last from mb_run where link in (" + Sql.places(links.size())
                                + ") and about = ? and code <> '" + Outcome.CONDITION + "'",
                        row -> Sql.instant(row, "last"),
                        values.toArray())
                .flatMap(last -> last);
    }

    /** Returns the keys of a link that begin so. */
    static int countKeys(Connection connection, String link, String prefix) throws SQLException {
        return Sql.find(
                        connection,
                        "select count(*) from mb_run where link = ? and substring(event_key, 1, ?) = ?",
                        row -> row.getInt(1),
                        link,
                        prefix.length(),
                        prefix)
                .orElse(0);
    }

    static void rename(Connection connection, String was, String name) throws SQLException {
        int unused = Sql.update(
                connection,
                "update mb_run set link = ? where link = ? and not exists"
                        + " (select 1 from mb_run n where n.link = ? and n.event_key = mb_run.event_key)",
                name,
                was,
                name);
    }

    /** Ends a run that failed and has no intent; false if it is none. */
    static boolean dismiss(Connection connection, String id) throws SQLException {
        return Sql.update(
                        connection,
                        "update mb_run set state = 'CANCELLED', code = '" + Outcome.DISMISSED
                                + "' where id = ? and state in ('DEAD', 'INCOMPLETE') and intent is null",
                        id)
                == 1;
    }

    /** Returns when the oldest run that waits was received, by link. */
    static Map<String, Instant> waitingSince(Connection connection) throws SQLException {
        Map<String, Instant> since = new TreeMap<>();
        Sql.list(
                        connection,
                        "select link, min(received_at) since from mb_run where state = 'WAITING' group by link",
                        row -> Map.entry(row.getString("link"), Instant.ofEpochMilli(row.getLong("since"))))
                .forEach(each -> since.put(each.getKey(), each.getValue()));
        return since;
    }

    /** Returns some runs from one id on and before another that are over and still have what was told, in their order. */
    static List<String> told(Connection connection, String from, String before, int some) throws SQLException {
        return Sql.list(
                connection,
                "select id from mb_run where id > ? and id < ? and data <> '{}' and " + OVER + " order by id limit ?",
                row -> row.getString(1),
                from,
                before,
                some);
    }

    /** Forgets what was told in runs. */
    static void forget(Connection connection, List<String> ids) throws SQLException {
        int unused = Sql.update(
                connection,
                "update mb_run set data = '{}' where " + OVER + " and id in (" + Sql.places(ids.size()) + ")",
                ids.toArray());
    }

    /** Removes some runs before an id that are over, and returns how many. */
    static int delete(Connection connection, String before, int some) throws SQLException {
        return Sql.update(
                connection,
                "delete from mb_run where id in (select id from mb_run where id < ? and " + OVER + " limit ?)",
                before,
                some);
    }

    private static Run run(ResultSet row) throws SQLException {
        BridgeEvent event = new BridgeEvent(
                row.getString("trigger_name"),
                row.getString("connection"),
                row.getString("event_id"),
                Instant.ofEpochMilli(row.getLong("happened_at")),
                StoredJson.read(row.getString("data")));
        Optional<String> intentState = Optional.ofNullable(row.getString("intent_state"));
        Optional<String> intentCode = Optional.ofNullable(row.getString("intent_code"));
        String code = row.getString("code");
        return new Run(
                row.getString("id"),
                row.getString("link"),
                row.getString("event_key"),
                event,
                Instant.ofEpochMilli(row.getLong("received_at")),
                intentState
                        .map(IntentState::valueOf)
                        .map(RunState::of)
                        .orElse(RunState.valueOf(row.getString("state"))),
                intentCode.filter(text -> !text.isEmpty()).orElse(code),
                row.getString("notes").lines().toList(),
                row.getString("digest"),
                Optional.ofNullable(row.getString("intent")));
    }
}
