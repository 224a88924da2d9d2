package io.mostik.bridge.link;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Keep;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.EventInbox;
import io.mostik.bridge.trigger.EventSink;
import io.mostik.bridge.trigger.Feeds;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.bridge.trigger.Hooks;
import io.mostik.bridge.trigger.StoredEvents;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.Async;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.WriteState;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookMonitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Links at work: events come in by hooks, feeds and signals, and become intents of a {@link Bridge}, each once for a link.
 *
 * <pre>{@code
 * LinkSet links = LinkFile.read(Path.of("links.yaml"));
 * BridgeLinks running = BridgeLinks.over(bridge, links, routes, ZoneId.of("Europe/Budapest"));
 * running.start();
 * running.hooks().forEach((address, endpoint) -> server.createContext("/hooks/" + address, WebhookHttpHandler.of(endpoint)));
 * }</pre>
 *
 * <p>A run and its intent are one commit. What is in an event never stops its neighbours: it makes its run filtered,
 * incomplete or dead, which a person sees and may replay. A link whose runs fail so many times in a row pauses and keeps
 * what comes. Thread-safe.
 */
public final class BridgeLinks implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final String WAITING = "links:waiting";
    private static final String FORGETTING = "links:forget";
    private static final String DISMISS = "dismiss";

    private final Bridge bridge;
    private final RunningSet links;
    private final LinkRuns runs;
    private final RunHistory history;
    private final LinkStates states;
    private final Replays replays;
    private final LinkFeeds feeds;
    private final FeedPlan plan;
    private final Hooks hooks;
    private final EventInbox signals;
    private final ZoneId zone;
    private volatile Keep keep = Keep.usual();
    private Optional<Async> threads = Optional.empty();

    private BridgeLinks(Bridge bridge, HookRoutes routes, ZoneId zone) {
        this.bridge = bridge;
        this.zone = zone;
        BridgeDatabase database = bridge.database();
        this.links = new RunningSet(
                database,
                LinkCheck.of(
                        Triggers.known(),
                        bridge.actions().all().stream().map(Action::spec).toList(),
                        bridge.connections(),
                        routes.triggers()));
        this.runs = new LinkRuns(bridge, database, zone);
        this.history = new RunHistory(database);
        this.states = new LinkStates(database, bridge.time(), zone);
        this.replays = new Replays(links, runs, history, states);
        this.feeds = new LinkFeeds(
                database,
                Feeds.of(bridge.connections(), bridge.once(), bridge.time(), zone),
                runs,
                bridge.time(),
                links);
        this.plan = new FeedPlan(bridge, feeds);
        this.hooks = Hooks.open(routes, bridge.once(), bridge.time(), new Hooks.Receivers(this::take, feeds::wake));
        this.signals = EventInbox.open(bridge.once(), "bridge/signals", this::take);
    }

    /**
     * Returns links over a bridge; one for each bridge and process.
     *
     * @param zone of local times in events
     * @throws LinkFileException if the links cannot run; warnings are not among its problems
     */
    public static BridgeLinks over(Bridge bridge, LinkSet links, HookRoutes routes, ZoneId zone) {
        Objects.requireNonNull(links, "links");
        BridgeLinks made = new BridgeLinks(bridge, routes, zone);
        List<LinkProblem> errors = made.swap(links).stream()
                .filter(problem -> !problem.isWarning())
                .toList();
        if (!errors.isEmpty()) {
            throw new LinkFileException(errors);
        }
        return made;
    }

    /** Sets how long runs are kept, what was told as bodies and the rest as keys; {@link Keep#usual} by default. */
    public BridgeLinks keep(Keep kept) {
        keep = Objects.requireNonNull(kept, "keep");
        return this;
    }

    /** Begins to take events and to read feeds; feeds only while the bridge runs. */
    public synchronized void start() {
        Async async = Async.create();
        threads = Optional.of(async);
        Executor executor = task -> {
            var unused = async.call(() -> {
                task.run();
                return true;
            });
        };
        hooks.start(executor);
        signals.start(executor);
        bridge.every(WAITING, LOOK, this::takeWaiting);
        bridge.every(FORGETTING, FORGET, this::forget);
        plan.begin(links.current());
    }

    /** Returns the links that run. */
    public LinkSet current() {
        return links.current();
    }

    /**
     * Checks links and runs them in place of those before; for a change without a restart. If one is wrong, all stays as it
     * is. An event that is under way ends by the links it began with, one that is stored and every replay goes by the new
     * ones. Feeds of new links are read from now on, those of links that are gone no more; what is kept of these stays. A
     * link under another name needs {@code was}. Of several nodes each has to be told.
     *
     * @return what is wrong; if only warnings, the new links run
     */
    public synchronized List<LinkProblem> swap(LinkSet next) {
        List<LinkProblem> problems = links.problems(next);
        if (problems.stream().allMatch(LinkProblem::isWarning)) {
            if (threads.isPresent()) {
                plan.begin(next);
            }
            links.replace(next, bridge.time().now());
            plan.keepOnly(next);
        }
        return problems;
    }

    /** Returns what takes events of bases and of Java code: each is stored before it returns. */
    public EventSink events() {
        return signals;
    }

    /** Returns what answers the requests of vendors, by the part of the path behind {@code /hooks/}. */
    public Map<String, WebhookEndpoint> hooks() {
        return hooks.endpoints();
    }

    /** Returns the counts of each address since the start. */
    public Map<String, WebhookMonitor> monitors() {
        return hooks.monitors();
    }

    /**
     * Returns how often something proven was left alone, by address and reason, as this node has counted since its start:
     * the vendor has answered that it is none of the connection's events.
     */
    public Map<String, Map<String, Long>> leftAlone() {
        return hooks.leftAlone();
    }

    /** Returns what vendors posted and bases told and no link has taken over yet, with the dead letters. */
    public StoredEvents inboxes() {
        return hooks.and(signals);
    }

    /** Returns runs of a link, the newest first, with the state of their intents; those before an id, or all. */
    public List<Run> history(String link, Optional<String> before, int limit) {
        return history.newest(link, before, limit);
    }

    /** Returns the newest runs of a link that failed and have led to nothing: each waits for a replay or a dismissal. */
    public List<Run> failed(String link, int limit) {
        return history.failed(link, limit);
    }

    /** Returns one run. */
    public Optional<Run> find(String run) {
        return history.find(run);
    }

    /** Returns what a link would do with an event now; withdrawals, echoes and pauses are not looked at. */
    public DryRun dryRun(String name, BridgeEvent sample) {
        Link link = current().find(name).orElseThrow(() -> new NoSuchElementException("no link " + name));
        return new DryRuns(bridge.actions(), zone).of(link, sample);
    }

    /**
     * Takes runs of a link through it again as it is now, under their old keys: those of a state since a time. What has an
     * intent is answered by it and not repeated.
     *
     * @return how many stand otherwise now
     */
    public int replay(String name, RunState state, Instant since) {
        return replays.all(name, state, since);
    }

    /** Takes one run through its link again; false if it stands as it did. */
    public boolean replay(String run) {
        return replays.one(run);
    }

    /**
     * Takes the event of a run as one that has not happened before, under a new key. The decision is written down with it.
     *
     * @return the new run; empty if its link is gone
     */
    public Optional<Run> replayAnew(String run, String who, String reason) {
        return find(run)
                .flatMap(known ->
                        replays.anew(known, connection -> decide(connection, who, "replay_anew", run, reason)));
    }

    /**
     * Ends a run that failed and has led to nothing, so that nobody has to look at it any more. The decision is written down
     * with it.
     *
     * @return false if it is no such run, or not any more
     * @throws IllegalArgumentException if there is no reason
     */
    public boolean dismiss(String run, String who, String reason) {
        return bridge.database()
                .transaction(
                        "dismiss a run",
                        connection ->
                                RunTable.dismiss(connection, run) && decide(connection, who, DISMISS, run, reason));
    }

    /**
     * Ends a dead letter: what was told is removed, and only its id stays, so that it is not taken again. The decision is
     * written down with it.
     *
     * @return false if it is no dead letter, or not any more
     * @throws IllegalArgumentException if there is no reason
     */
    public boolean dismiss(OpenWrite dead, String who, String reason) {
        if (dead.state() != WriteState.REFUSED) {
            return false;
        }
        return bridge.database()
                .transaction(
                        "dismiss a dead letter",
                        connection -> bridge.once().resolve(dead, true, bridge.store(connection))
                                && decide(connection, who, DISMISS, dead.kind() + "/" + dead.ref(), reason));
    }

    /**
     * Pauses a link: what is posted for it is kept, its feed is not read. The decision is written down with it.
     *
     * @return false if it is paused already, or not there
     * @throws IllegalArgumentException if there is no reason
     */
    public boolean pause(String name, String who, String reason) {
        return states.pause(
                name, "by " + who, connection -> decide(connection, who, "pause a link", "link " + name, reason));
    }

    /**
     * Lets a link go on, and takes up what was kept. The decision is written down with it.
     *
     * @return false if it is not paused
     * @throws IllegalArgumentException if there is no reason
     */
    public boolean resume(String name, String who, String reason) {
        boolean isResumed =
                states.resume(name, connection -> decide(connection, who, "resume a link", "link " + name, reason));
        if (isResumed) {
            int unused = replay(name, RunState.WAITING, Instant.EPOCH);
        }
        return isResumed;
    }

    private boolean decide(Connection connection, String who, String what, String about, String reason)
            throws SQLException {
        bridge.decisions().append(connection, who, what, about, reason);
        return true;
    }

    /** Returns why a link is paused; empty if it is not. */
    public Optional<String> paused(String name) {
        return states.paused(name);
    }

    /** Returns the links for which nothing has come for longer than they expect. */
    public List<Silence> silent() {
        return states.silent(current());
    }

    /** Returns how often an event agreed by half or more with what a link had written, and was news all the same. */
    public long echoNearMisses() {
        return runs.echoes().nearMisses();
    }

    /** Returns what runs of each link came to, as this node has decided since its start. */
    public Map<String, Map<RunState, Long>> runCounts() {
        return runs.counts().all();
    }

    /**
     * Returns for each link since when the oldest of its events waits: the link is paused, something before it has not
     * ended, or too much is open. Without links for which none waits.
     */
    public Map<String, Instant> waitingSince() {
        return states.waitingSince();
    }

    /** Reads the feed of a link now, if it has one; for callers with a clock of their own. */
    public void poll(String name) {
        feeds.poll(name);
    }

    /** Hands on what is stored of hooks and signals now, and returns how much that was; for callers with a clock of their own. */
    public int runDue() {
        return hooks.run() + signals.run();
    }

    /** Takes up what waits for something else. */
    public void takeWaiting() {
        replays.waiting();
    }

    /** Stops taking events over; what is stored stays. */
    @Override
    public synchronized void close() {
        bridge.end(WAITING);
        bridge.end(FORGETTING);
        plan.keepOnly(LinkSet.none());
        hooks.close();
        signals.close();
        threads.ifPresent(Async::close);
    }

    void forget() {
        history.forget(bridge.time().now(), keep);
    }

    private void take(BridgeEvent event) {
        links.with(now -> {
            for (Link link : now.waitingFor(event.trigger(), event.connection())) {
                boolean unused = runs.take(now, link, event);
            }
        });
    }
}
