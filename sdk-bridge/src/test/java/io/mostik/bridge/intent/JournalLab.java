package io.mostik.bridge.intent;

import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Keep;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.SchedulerAlarms;
import io.mostik.bridge.store.Sql;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A journal on a real database whose alarms a test lets ring, in one thread and by a clock that it moves: everything but
 * the threads of db-scheduler.
 */
final class JournalLab {

    final ManualTime time;
    final BridgeDatabase database;
    final Once once;
    final Decisions decisions;
    final Intents intents;
    final IntentEngine engine;
    private final IntentRunner runner;

    JournalLab(DataSource dataSource, ManualTime time, Function<Once, List<Action>> catalogue) {
        this.time = time;
        this.database = BridgeDatabase.open(dataSource);
        this.once = Once.over(JdbcStateStore.create(dataSource, time), time);
        this.decisions = new Decisions(database, time);
        Actions actions = Actions.of(
                List.of(context -> catalogue.apply(context.once())),
                new ActionContext(once, Connections.none(), time, ZoneId.of("Europe/Moscow")));
        SchedulerAlarms alarms = new SchedulerAlarms(database, "lab", 1, Duration.ofSeconds(5), time, () -> {});
        this.engine = new IntentEngine(database, alarms, actions, decisions, once, Keep.usual());
        this.intents = engine.intents();
        this.runner = engine.runner();
    }

    Intent accept(String document, String card) {
        return intents.accept(request(document, card)).intent();
    }

    static IntentRequest request(String document, String card) {
        return IntentRequest.of(
                IntentKey.of("zup", "test.act", document),
                "north",
                Fields.of("sum", "10").with("card", card));
    }

    Intent find(Intent intent) {
        return intents.find(intent.id()).orElseThrow();
    }

    /** Lets everything ring that is due, and what that sets, until nothing is due; returns how often something rang. */
    int ringDue() {
        int rang = 0;
        for (List<String> due = due(); !due.isEmpty(); due = due()) {
            for (String alarm : due) {
                runner.ring(alarm);
                remove(alarm);
                rang++;
            }
        }
        return rang;
    }

    /** Lets one alarm ring, without taking it away. */
    void ring(String alarm) {
        runner.ring(alarm);
    }

    /** Lets time pass, and everything ring that is due then. */
    void after(Duration pause) {
        time.advance(pause);
        int unused = ringDue();
    }

    List<String> due() {
        return database.read(
                "list due alarms",
                connection -> Sql.list(
                        connection,
                        "select task_instance from scheduled_tasks where task_name = 'intent' and execution_time <= ?"
                                + " order by execution_time, task_instance",
                        row -> row.getString(1),
                        OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC)));
    }

    void remove(String alarm) {
        int unused = database.transaction(
                "remove an alarm",
                connection -> Sql.update(connection, "delete from scheduled_tasks where task_instance = ?", alarm));
    }

    void removeAllAlarms() {
        int unused = database.transaction(
                "remove all alarms", connection -> Sql.update(connection, "delete from scheduled_tasks"));
    }
}
