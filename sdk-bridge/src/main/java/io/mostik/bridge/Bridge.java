package io.mostik.bridge;

import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.intent.IntentEngine;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.store.Alarms;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.DatabaseTime;
import io.mostik.bridge.store.HighWater;
import io.mostik.bridge.store.Hold;
import io.mostik.bridge.store.JobTable;
import io.mostik.bridge.store.Nodes;
import io.mostik.bridge.store.PersonIndex;
import io.mostik.bridge.store.SchedulerAlarms;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Promises, carries out once, and tells: the bridge on a database of the embedder.
 *
 * <pre>{@code
 * Bridge bridge = Bridge.builder(dataSource)
 *         .connections(Connections.none().with("north", "tbank", bank))
 *         .build()
 *         .start();
 * Acceptance acceptance = bridge.intents().accept(IntentRequest.of(
 *         IntentKey.of("zup", "cards.limit.grant", document), "north", fields));
 * Intent intent = bridge.intents().await(acceptance.intent().id(), Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>Runs on PostgreSQL from 13 on, where several nodes may share the work, and on H2 with {@code MODE=PostgreSQL}, where
 * one process does all of it. Its tables begin with {@code mb_}; beside them are {@code mostik_state} and
 * {@code scheduled_tasks}. Time is the database's. Thread-safe.
 */
public final class Bridge implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.mostik.bridge");

    private final BridgeDatabase database;
    private final JdbcStateStore store;
    private final TimeSource time;
    private final Once once;
    private final Connections connections;
    private final Actions actions;
    private final Decisions decisions;
    private final Nodes nodes;
    private final Hold hold;
    private final Optional<HighWater> mark;
    private final Alarms alarms;
    private final HeldPulse pulse;
    private final IntentEngine engine;
    private final Optional<PersonalData> personalData;
    private boolean isPaused;
    private volatile boolean isStarted;

    Bridge(BridgeBuilder settings) {
        database = BridgeDatabase.open(settings.dataSource(), settings.isPowerSafe());
        store = settings.time().isPresent()
                ? JdbcStateStore.create(database.dataSource(), settings.time().get())
                : JdbcStateStore.create(database.dataSource());
        time = settings.time().orElseGet(() -> new DatabaseTime(store));
        once = settings.time().isPresent() ? Once.over(store, time) : Once.over(store);
        connections = settings.connections();
        actions = Actions.of(settings.providers(), new ActionContext(once, connections, time, settings.zone()));
        decisions = new Decisions(database, time);
        nodes = new Nodes(database, settings.node(), time, settings.machine());
        hold = new Hold(database, decisions);
        alarms = new SchedulerAlarms(
                database, settings.node(), settings.threads(), settings.heartbeat(), time, this::beat);
        pulse = new HeldPulse(settings.heartbeat(), this::beat);
        mark = settings.highWater().map(file -> new HighWater(database, file, time, settings.keep()));
        engine = new IntentEngine(database, alarms, actions, decisions, once, settings.keep());
        Optional<PersonIndex> index = settings.pepper().map(PersonIndex::new);
        personalData = index.map(found -> new PersonalData(database, decisions, connections, found));
        index.ifPresent(found ->
                engine.index(found, connection -> personalData.orElseThrow().region(connection)));
    }

    /** Returns the settings of a bridge on this database. */
    public static BridgeBuilder builder(DataSource dataSource) {
        return new BridgeBuilder(dataSource);
    }

    /**
     * Begins to carry out intents, unless sending is held. Once only.
     *
     * @throws IllegalStateException if the clock of this machine is more than two seconds from the database's, or another
     *     bridge of this process works on the same H2
     */
    public Bridge start() {
        nodes.started();
        isStarted = true;
        lookAtJournal();
        follow();
        actions.all()
                .forEach(action -> action.upkeep()
                        .ifPresent(upkeep ->
                                alarms.every("upkeep:" + action.spec().name(), upkeep.pause(), upkeep.work())));
        engine.start();
        return this;
    }

    /** Returns the journal. */
    public Intents intents() {
        return engine.intents();
    }

    /** Returns what can be done. */
    public Actions actions() {
        return actions;
    }

    /** Returns what people decided. */
    public Decisions decisions() {
        return decisions;
    }

    /** Returns what is kept of persons; empty without a {@linkplain BridgeBuilder#pepper pepper}. */
    public Optional<PersonalData> personalData() {
        return personalData;
    }

    /** Returns the vendors' accounts. */
    public Connections connections() {
        return connections;
    }

    /** Returns the engine under everything that must happen once, in the same database. */
    public Once once() {
        return once;
    }

    /** Returns what is remembered in the same database. */
    public StateStore store() {
        return store;
    }

    /** Returns what is remembered, as a part of a transaction on a connection of {@link #dataSource}. */
    public StateStore store(Connection transaction) {
        return store.within(transaction);
    }

    /** Returns the clock of the database. */
    public TimeSource time() {
        return time;
    }

    /** Returns its database and the transactions on it; for the other parts of the bridge alone. */
    public BridgeDatabase database() {
        return database;
    }

    /**
     * Returns where connections come from. Whoever else writes to the same H2 files does so by these, so that one transaction
     * at a time changes them, and each is as durable as {@link BridgeBuilder#powerSafe} says.
     */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Returns the connections whose key or certificate a vendor refuses, as this node has seen, and since when. */
    public Map<String, Instant> refusedConnections() {
        return engine.refusedConnections();
    }

    /**
     * Returns how many intents were done, refused or became unknown, by action and state, as this node has seen since its
     * start. What is withdrawn is not counted.
     */
    public Map<String, Map<IntentState, Long>> endedIntents() {
        return engine.endedHere();
    }

    /**
     * Returns when each job of {@link #every} was last done without a failure, by whichever node; without those that never
     * were.
     */
    public Map<String, Instant> jobsDone() {
        return database.read("read when jobs were done", JobTable::lastDone);
    }

    /**
     * Does something again and again, on one node at a time, from {@link #start} on. It is not done while sending is held.
     *
     * @param name the same on all nodes
     * @param pause between the end of one run and the next
     */
    public void every(String name, Duration pause, Runnable job) {
        alarms.every(name, pause, job);
    }

    /** Does something that was asked of {@link #every} no more on this node. */
    public void end(String name) {
        alarms.end(name);
    }

    /** Returns whether nothing is sent until a person says so. */
    public boolean isHeld() {
        return held().isPresent();
    }

    /** Returns why nothing is sent until a person says so; empty if all goes on. */
    public Optional<Held> held() {
        return hold.find();
    }

    /**
     * Returns the nodes that have said within the last day that they live, this one among them; without those that have
     * ended in order.
     */
    public List<NodeSeen> nodes() {
        return nodes.list();
    }

    /** Returns the bases whose intents wait until a person says so. */
    public List<Held> heldBases() {
        return engine.heldBases();
    }

    /**
     * Lets nothing be sent until {@link #release}: by this node at once, by others with their next {@linkplain
     * BridgeBuilder#heartbeat heartbeat}. Intents are accepted and wait.
     */
    public void hold(String who, String reason) {
        hold.hold(who, reason, false);
        follow();
    }

    /**
     * As {@link #hold}, for a journal that was put back from a copy and knows nothing of what was sent since: the release has
     * to say from when. It is noticed at the start, where a file is set by {@link BridgeBuilder#highWater}.
     */
    public void holdRestored(String who, String reason) {
        hold.hold(who, reason, true);
        follow();
    }

    /**
     * Lets everything go on.
     *
     * @throws java.util.NoSuchElementException if sending is not held
     * @throws IllegalArgumentException if the journal was put back from a copy: say from when
     */
    public void release(String who, String reason) {
        hold.release(who, reason, Optional.empty(), connection -> {});
        follow();
    }

    /**
     * Lets everything go on after a restore. What has not ended, and each intent that was accepted since the restore, may
     * have been sent already: it is read back at the vendor before anything is sent for it. So is what comes later and is
     * dated before this release. What an action cannot read back becomes unknown, for a person.
     *
     * @param from since when something may have been sent that the journal does not know: the time of the copy
     * @throws IllegalArgumentException if that lies in the future
     */
    public void release(String who, String reason, Instant from) {
        hold.release(who, reason, Optional.of(from), connection -> engine.doubt(connection, from));
        follow();
        mark.ifPresent(HighWater::close);
    }

    /**
     * Lets the intents of a base go on that has taken over events which the journal does not have; as after a restore.
     *
     * @param from since when something may have been sent that the journal does not know
     * @throws java.util.NoSuchElementException if the base is not held
     * @throws IllegalArgumentException if that lies in the future
     */
    public void releaseBase(String base, String who, String reason, Instant from) {
        engine.releaseBase(base, who, reason, from);
    }

    /** Sends or does not, as the mark says; what is read is done before anybody reads again. */
    private synchronized void follow() {
        Optional<Held> held = hold.find();
        engine.acceptInDoubt(held.filter(Held::isRestored).isPresent());
        if (held.isPresent() != isPaused) {
            isPaused = held.isPresent();
            if (isPaused) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "nothing is sent: {0}",
                        held.get().reason());
                alarms.pause();
            } else {
                LOG.log(System.Logger.Level.INFO, "what is asked is sent again");
                pulse.stop();
                alarms.resume();
            }
        }
        if (isPaused && isStarted) {
            pulse.start();
        }
    }

    private void beat() {
        nodes.seen();
        try {
            lookAtJournal();
            follow();
        } catch (StateStoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "the journal could not be looked at", e);
        }
    }

    private void lookAtJournal() {
        mark.flatMap(HighWater::look).ifPresent(reason -> {
            if (hold.find().filter(Held::isRestored).isEmpty()) {
                LOG.log(System.Logger.Level.ERROR, "nothing is sent: {0}", reason);
                holdRestored("mostik-bridge", reason);
            }
        });
    }

    private void sayEnd() {
        try {
            if (isStarted) {
                mark.ifPresent(HighWater::close);
                nodes.ended();
            }
            database.close();
        } catch (StateStoreException | IllegalStateException e) { // H2's pool throws the latter once it is disposed of
            LOG.log(System.Logger.Level.WARNING, "the end of this node could not be noted", e);
        }
    }

    /**
     * Stops, and waits up to 20 seconds for what is being carried out. The data source stays open: close it afterwards, as
     * the end is noted in it, so that H2 need not be compared at the next opening.
     */
    @Override
    public void close() {
        pulse.end();
        alarms.close();
        sayEnd();
    }
}
