package io.mostik.bridge.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mostik.core.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Alarms by db-scheduler, on the bridge's database. A dead node is noticed after four heartbeats; what it was at rings
 * again, and the journal says what there is to do. On H2 there is one node, so all marks of an earlier one are lifted at
 * the start.
 */
public final class SchedulerAlarms implements Alarms {

    static final String JOB = "job";

    private static final String INTENT = "intent";
    private static final int BEFORE_ALARMS = 100; // a backlog must not starve sweeps and feeds
    private static final int USUAL = 50;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration UNKNOWN_JOB = Duration.ofMinutes(1);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final int MISSED_HEARTBEATS = 4;
    private static final double HIGHEST_FETCH = 2.0;
    private static final String INSERT =
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)";
    private static final String SET = INSERT + " values (?, ?, ?, false, 1, ?) on conflict do nothing";
    private static final String SET_WITH = INSERT + " select ?, ?, ?, false, 1, ? from written on conflict do nothing";

    private final BridgeDatabase database;
    private final String node;
    private final int threads;
    private final Duration heartbeat;
    private final TimeSource time;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Runnable onHeartbeat;
    private volatile @Nullable Scheduler scheduler;
    private volatile boolean isPaused;

    /**
     * Creates the alarms of a node.
     *
     * @param onHeartbeat run at each heartbeat of this node
     */
    public SchedulerAlarms(
            BridgeDatabase database,
            String node,
            int threads,
            Duration heartbeat,
            TimeSource time,
            Runnable onHeartbeat) {
        this.database = database;
        this.node = node;
        this.threads = threads;
        this.heartbeat = heartbeat;
        this.time = time;
        this.onHeartbeat = onHeartbeat;
    }

    @Override
    public void set(Connection transaction, String alarm, Instant at) throws SQLException {
        set(transaction, INTENT, alarm, at, USUAL);
    }

    @Override
    public boolean setWith(Connection transaction, Insertion row, String alarm, Instant at) throws SQLException {
        if (database.isShared()) {
            List<Object> values = new ArrayList<>(row.values());
            values.addAll(List.of(INTENT, alarm, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), USUAL));
            return Sql.update(
                            transaction,
                            "with written as (" + row.sql() + " returning 1) " + SET_WITH,
                            values.toArray())
                    == 1;
        }
        boolean isNew = row.run(transaction);
        if (isNew) {
            set(transaction, alarm, at);
        }
        return isNew;
    }

    @Override
    public Set<String> known(Connection connection, List<String> alarms) throws SQLException {
        if (alarms.isEmpty()) {
            return Set.of();
        }
        String places = Sql.places(alarms.size());
        return Set.copyOf(Sql.list(
                connection,
                "select task_instance from scheduled_tasks where task_name = '" + INTENT + "' and task_instance in ("
                        + places + ")",
                row -> row.getString(1),
                alarms.toArray()));
    }

    @Override
    public void lookNow() {
        Scheduler running = scheduler;
        if (running != null && !isPaused) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void every(String name, Duration pause, Runnable job) {
        jobs.put(name, new Job(pause, job));
        boolean unused = database.transaction("plan " + name, connection -> {
            Instant now = time.now();
            set(connection, JOB, name, now, BEFORE_ALARMS);
            bringForward(connection, name, now.plus(pause));
            return true;
        });
    }

    /** What was planned by a longer pause would stay away until then. */
    private static void bringForward(Connection connection, String name, Instant latest) throws SQLException {
        OffsetDateTime at = OffsetDateTime.ofInstant(latest, ZoneOffset.UTC);
        int unused = Sql.update(
                connection,
                "update scheduled_tasks set execution_time = ?, version = version + 1 where task_name = ?"
                        + " and task_instance = ? and picked = false and execution_time > ?",
                at,
                JOB,
                name,
                at);
    }

    @Override
    public void end(String name) {
        jobs.remove(name);
    }

    @Override
    public void start(Listener listener) {
        if (!database.isShared()) {
            OneProcess.take(database.url());
            int unused = database.transaction(
                    "lift the marks of an earlier process",
                    connection -> Sql.update(
                            connection,
                            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                                    + " version = version + 1 where picked = true"));
        }
        Scheduler built = builder(listener).build();
        scheduler = built;
        if (isPaused) {
            built.pause();
        }
        built.start();
    }

    @Override
    public void pause() {
        isPaused = true;
        Scheduler running = scheduler;
        if (running != null) {
            running.pause();
        }
    }

    @Override
    public void resume() {
        isPaused = false;
        Scheduler running = scheduler;
        if (running != null) {
            running.resume();
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void close() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            OneProcess.free(database.url());
        }
    }

    private SchedulerBuilder builder(Listener listener) {
        SchedulerBuilder builder = Scheduler.create(database.quick(), List.of(intents(listener), jobs()))
                .schedulerName(new SchedulerName.Fixed(node))
                .serializer(new NoData())
                .threads(threads)
                .pollingInterval(POLL)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .enablePriority()
                .clock(time::now)
                .addSchedulerListener(new Beats());
        return database.isShared()
                ? builder.jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                        .pollUsingLockAndFetch(1.0, HIGHEST_FETCH)
                : builder.jdbcCustomization(new H2Times()).pollUsingFetch(1.0, HIGHEST_FETCH);
    }

    private CustomTask<Void> intents(Listener listener) {
        return Tasks.custom(INTENT, Void.class)
                .onFailure((done, alarm) -> alarm.reschedule(done, time.now().plus(AFTER_FAILURE)))
                .onDeadExecution((done, alarm) -> alarm.reschedule(done, time.now()))
                .execute((alarm, context) -> {
                    listener.ring(alarm.getId());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private CustomTask<Void> jobs() {
        return Tasks.custom(JOB, Void.class)
                .onFailure((done, job) -> job.reschedule(
                        done,
                        time.now().plus(pauseOf(done.getExecution().taskInstance.getId()))))
                .onDeadExecution((done, job) -> job.reschedule(done, time.now()))
                .execute((job, context) -> {
                    Job known = jobs.get(job.getId());
                    if (known != null) {
                        known.work().run();
                    }
                    return (done, operations) ->
                            operations.reschedule(done, time.now().plus(pauseOf(job.getId())));
                });
    }

    private Duration pauseOf(String name) {
        Job known = jobs.get(name);
        return known == null ? UNKNOWN_JOB : known.pause();
    }

    private static void set(Connection connection, String task, String instance, Instant at, int priority)
            throws SQLException {
        int unused =
                Sql.update(connection, SET, task, instance, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), priority);
    }

    /** What is done again and again. */
    private record Job(Duration pause, Runnable work) {}

    /** Tells of each heartbeat. */
    private final class Beats extends AbstractSchedulerListener {

        @Override
        public void onSchedulerEvent(SchedulerListener.SchedulerEventType type) {
            if (type == SchedulerListener.SchedulerEventType.RAN_UPDATE_HEARTBEATS) {
                onHeartbeat.run();
            }
        }
    }
}
