package io.mostik.bridge.intent;

import io.mostik.bridge.store.Alarms;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Finds intents that wait for an alarm that is not set, and sets it: a net under the rule that both are one commit. */
final class Sweep {

    private static final int PAGE = 500;
    private static final String WAITING = "select id, alarm, not_before from mb_intent where " + IntentTable.NOT_ENDED
            + " and not_before < ? and id > ? order by id limit " + PAGE;

    private final BridgeDatabase database;
    private final Alarms alarms;

    Sweep(BridgeDatabase database, Alarms alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    /** Returns how many had none. */
    int run() {
        int found = 0;
        String after = "";
        List<Waiting> page;
        do {
            String from = after;
            page = database.read(
                    "list what waits",
                    connection -> Sql.list(
                            connection,
                            WAITING,
                            row -> new Waiting(row.getString(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3))),
                            IntentTable.NEVER,
                            from));
            found += setMissing(page);
            after = page.isEmpty() ? "" : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return found;
    }

    /** One that was moved since it was listed gets an alarm too many, which does nothing. */
    private int setMissing(List<Waiting> page) {
        Set<String> known = database.read(
                "find alarms",
                connection -> alarms.known(
                        connection, page.stream().map(Waiting::alarmName).toList()));
        List<Waiting> missing =
                page.stream().filter(row -> !known.contains(row.alarmName())).toList();
        if (!missing.isEmpty()) {
            boolean unused = database.transaction("set missing alarms", connection -> {
                for (Waiting row : missing) {
                    alarms.set(connection, row.alarmName(), row.at());
                }
                return true;
            });
            System.getLogger("io.mostik.bridge")
                    .log(System.Logger.Level.INFO, "{0} intents waited without an alarm", missing.size());
        }
        return missing.size();
    }

    /** An intent that waits. */
    private record Waiting(String id, int alarm, Instant at) {

        String alarmName() {
            return IntentRow.alarmName(id, alarm);
        }
    }
}
