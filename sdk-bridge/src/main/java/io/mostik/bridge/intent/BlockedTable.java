package io.mostik.bridge.intent;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads who waits for whom: the turns of subjects that unknown intents have kept. */
final class BlockedTable {

    private BlockedTable() {}

    static List<Blocked> list(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select s.intent, count(*) waiting, min(w.accepted_at) since from mb_subject s"
                        + " join mb_intent u on u.id = s.intent and u.state = 'UNKNOWN'"
                        + " join mb_intent w on w.subject = s.subject and w." + IntentTable.OPEN
                        + " group by s.intent order by since, s.intent",
                row -> new Blocked(
                        row.getString("intent"), row.getInt("waiting"), Instant.ofEpochMilli(row.getLong("since"))));
    }

    static List<IntentRow> behind(Connection connection, String intent, int limit) throws SQLException {
        return IntentTable.list(
                connection,
                "where subject = (select subject from mb_subject where intent = ?) and " + IntentTable.OPEN
                        + " and id <> ? order by id limit ?",
                intent,
                intent,
                limit);
    }
}
