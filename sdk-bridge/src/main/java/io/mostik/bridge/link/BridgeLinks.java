package io.mostik.bridge.link;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Keep;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Work;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.EventInbox;
import io.mostik.bridge.trigger.EventSink;
import io.mostik.bridge.trigger.Feeds;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.bridge.trigger.Hooks;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.Async;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final int SOME = 200;
    private static final int MOST = 1_000;
    private static final String LAST_ID = "~";

    private final Bridge bridge;
    private final BridgeDatabase database;
    private final LinkRuns runs;
    private final LinkFeeds feeds;
    private final LinkCheck check;
    private final Hooks hooks;
    private final EventInbox signals;
    private final ZoneId zone;
    private final RunIds ids = new RunIds();
    private final Set<String> planned = new HashSet<>();
    private volatile Keep keep = Keep.usual();
    private volatile LinkSet current = LinkSet.none();
    private Optional<Async> threads = Optional.empty();

    private BridgeLinks(Bridge bridge, HookRoutes routes, ZoneId zone) {
        this.bridge = bridge;
        this.database = BridgeDatabase.open(bridge.dataSource());
        this.zone = zone;
        this.runs = new LinkRuns(bridge, database, zone);
        this.feeds = new LinkFeeds(
                database,
                Feeds.of(bridge.connections(), bridge.once(), bridge.time(), zone),
                runs,
                bridge.time(),
                this::current);
        this.check = LinkCheck.of(
                Triggers.known(),
                bridge.actions().all().stream().map(Action::spec).toList(),
                bridge.connections(),
                routes.triggers());
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
        bridge.every("links:waiting", LOOK, this::takeWaiting);
        bridge.every("links:forget", FORGET, this::forget);
        planFeeds(current);
    }

    /** Returns the links that run. */
    public LinkSet current() {
        return current;
    }

    /**
     * Checks links and runs them in place of those before. If one is wrong, all stays as it is.
     *
     * @return what is wrong; if only warnings, the new links run
     */
    public synchronized List<LinkProblem> swap(LinkSet links) {
        List<LinkProblem> problems = check.check(links);
        if (problems.stream().allMatch(LinkProblem::isWarning)) {
            Instant now = bridge.time().now();
            boolean unused = database.transaction("begin links", connection -> {
                for (Link link : links.all()) {
                    if (link.was().isPresent()) {
                        LinkTable.rename(connection, link.was().get(), link.name());
                        RunTable.rename(connection, link.was().get(), link.name());
                    }
                    LinkTable.begin(connection, link.name(), ids.next(now), now);
                }
                return true;
            });
            current = links;
            if (threads.isPresent()) {
                planFeeds(links);
            }
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

    /** Returns the addresses at work, with their counts and dead letters. */
    public Hooks inboxes() {
        return hooks;
    }

    /** Returns runs of a link, the newest first, with the state of their intents; those before an id, or all. */
    public List<Run> history(String link, Optional<String> before, int limit) {
        return database.read(
                "read runs",
                connection -> RunTable.newest(connection, link, before.orElse(LAST_ID), Math.min(limit, MOST)));
    }

    /** Returns one run. */
    public Optional<Run> find(String run) {
        return database.read("find a run", connection -> RunTable.find(connection, run));
    }

    /** Returns what a link would do with an event now; withdrawals, echoes and pauses are not looked at. */
    public DryRun dryRun(String name, BridgeEvent sample) {
        Link link = current.find(name).orElseThrow(() -> new NoSuchElementException("no link " + name));
        Action action = bridge.actions().find(link.target().action()).orElseThrow();
        Json data = LinkData.of(sample, Json.of(null));
        Mapping mapping = new Mapping(zone);
        List<String> unused = UnusedPaths.of(link, sample.data());
        List<String> failing =
                mapping.failing(link, data).stream().map(Condition::toString).toList();
        if (!failing.isEmpty()) {
            return DryRun.of(RunState.FILTERED, failing, unused);
        }
        Mapped mapped = mapping.apply(link, data, action.spec());
        if (!mapped.isComplete()) {
            return new DryRun(RunState.INCOMPLETE, List.of(), mapped, Fields.none(), unused);
        }
        try {
            Fields request = action.spec().read(mapped.fields().asMap(), zone, Optional.empty());
            return new DryRun(RunState.ACCEPTED, List.of(), mapped, request, unused);
        } catch (FieldException e) {
            List<String> notes = new ArrayList<>(mapped.notes());
            notes.add(e.field() + ": " + e.code());
            Mapped lacking = new Mapped(mapped.fields(), mapped.origins(), notes, List.of(e.field()));
            return new DryRun(RunState.INCOMPLETE, List.of(), lacking, Fields.none(), unused);
        }
    }

    /**
     * Takes runs of a link through it again as it is now, under their old keys: those of a state since a time. What has an
     * intent is answered by it and not repeated.
     *
     * @return how many stand otherwise now
     */
    public int replay(String name, RunState state, Instant since) {
        int changed = 0;
        Optional<Link> link = current.find(name);
        String after = "";
        List<Run> some = next(name, state, after);
        while (link.isPresent() && !some.isEmpty()) {
            for (Run run : some) {
                boolean isNew = !run.receivedAt().isBefore(since) && runs.again(current, link.get(), run.id());
                changed += isNew ? 1 : 0;
                after = run.id();
            }
            some = next(name, state, after);
        }
        return changed;
    }

    /** Takes one run through its link again; false if it stands as it did. */
    public boolean replay(String run) {
        return find(run)
                .flatMap(known -> current.find(known.link()))
                .filter(link -> runs.again(current, link, run))
                .isPresent();
    }

    /**
     * Takes the event of a run as one that has not happened before, under a new key. The decision is written down.
     *
     * @return the new run; empty if its link is gone
     */
    public Optional<Run> replayAnew(String run, String who, String reason) {
        Optional<Run> old = find(run);
        Optional<Link> link = old.flatMap(known -> current.find(known.link()));
        if (link.isEmpty()) {
            return Optional.empty();
        }
        bridge.decisions().append(who, "replay_anew", run, reason);
        return runs.anew(current, link.get(), old.get());
    }

    /** Pauses a link: what is posted for it is kept, its feed is not read. False if it is paused already, or not there. */
    public boolean pause(String name, String why) {
        return database.transaction(
                "pause a link",
                connection -> LinkTable.pause(connection, name, bridge.time().now(), why));
    }

    /** Lets a link go on, and takes up what was kept. False if it is not paused. */
    public boolean resume(String name) {
        boolean isResumed = database.transaction(
                "let a link go on",
                connection -> LinkTable.resume(connection, name, LinkTable.newestRun(connection, name)));
        if (isResumed) {
            int unused = replay(name, RunState.WAITING, Instant.EPOCH);
        }
        return isResumed;
    }

    /** Returns why a link is paused; empty if it is not. */
    public Optional<String> paused(String name) {
        return database.read("look at a link", connection -> LinkTable.find(connection, name))
                .filter(row -> row.pausedAt().isPresent())
                .map(LinkTable.Row::why);
    }

    /** Returns the links for which nothing has come for longer than they expect. */
    public List<Silence> silent() {
        Instant now = bridge.time().now();
        List<Silence> silent = new ArrayList<>();
        for (Link link : current.all()) {
            link.source().expect().ifPresent(expected -> {
                Instant since = heard(link).orElse(now);
                Duration length = Silence.counted(since, now, expected.onWorkdays(), zone);
                if (length.compareTo(expected.every()) > 0) {
                    silent.add(new Silence(link.name(), since));
                }
            });
        }
        return silent;
    }

    /** Returns how often an event agreed by half or more with what a link had written, and was news all the same. */
    public long echoNearMisses() {
        return runs.echoes().nearMisses();
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
        for (Link link : current.all()) {
            if (paused(link.name()).isEmpty()) {
                next(link.name(), RunState.WAITING, "").forEach(run -> {
                    boolean unused = runs.again(current, link, run.id());
                });
            }
        }
    }

    /** Stops taking events over; what is stored stays. */
    @Override
    public synchronized void close() {
        hooks.close();
        signals.close();
        threads.ifPresent(Async::close);
    }

    private void take(BridgeEvent event) {
        LinkSet links = current;
        for (Link link : links.waitingFor(event.trigger(), event.connection())) {
            boolean unused = runs.take(links, link, event);
        }
    }

    private Optional<Instant> heard(Link link) {
        return database.read("look at a link", connection -> {
            Optional<Instant> last = LinkTable.heard(connection, link.name());
            return last.isPresent()
                    ? last
                    : LinkTable.find(connection, link.name()).map(LinkTable.Row::startedAt);
        });
    }

    private List<Run> next(String link, RunState state, String after) {
        return database.read("read runs", connection -> RunTable.inState(connection, link, state, after, SOME));
    }

    private void planFeeds(LinkSet links) {
        for (Link link : links.all()) {
            link.source().feed().ifPresent(rule -> {
                if (planned.add(link.name() + " " + rule.every())) {
                    bridge.every("feed:" + link.name(), rule.every(), () -> feeds.poll(link.name()));
                }
            });
        }
    }

    void forget() {
        Instant now = bridge.time().now();
        repeat(connection -> RunTable.forget(connection, now.minus(keep.bodies()), SOME));
        repeat(connection -> RunTable.delete(connection, now.minus(keep.keys()), SOME));
        boolean unused = database.transaction("forget echoes", connection -> {
            EchoTable.forgetExpired(connection, now);
            return true;
        });
    }

    private void repeat(Work<Integer> work) {
        int some;
        do {
            some = database.transaction("forget runs", work);
        } while (some == SOME);
    }
}
