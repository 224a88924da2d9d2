package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.JournalEntry;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.internal.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A vendor that runs on its ports; a reset puts a fresh one in the place of the old, on the same ports. Its state is told by what
 * happened: the actions kept here, and the requests kept in the journal. Thread-safe.
 */
final class RunningVendor implements AutoCloseable {

    private final Vendor vendor;
    private final int port;
    private final JsonNode seeds;
    private final Options options;
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private volatile Played played;
    private Instant start = Instant.EPOCH;
    private long shownAfter;

    /**
     * An action that was done.
     *
     * @param after how many requests the vendor had executed before
     */
    record Step(Instant at, long after, String action, JsonNode given) {}

    private RunningVendor(Vendor vendor, int port, JsonNode seeds, Options options) {
        this.vendor = vendor;
        this.seeds = seeds;
        this.options = options;
        SimulatedClock clock = options.clock();
        this.start = clock.now();
        this.played = vendor.start().apply(port, clock);
        this.port = port;
        simulator().journal().keep(options.journal());
    }

    /** Starts a vendor on this and the next ports, and seeds it. */
    static RunningVendor start(Vendor vendor, int port, JsonNode seeds, Options options) {
        RunningVendor running = new RunningVendor(vendor, port, seeds, options);
        try {
            running.seed();
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
        return running;
    }

    Vendor vendor() {
        return vendor;
    }

    Played played() {
        return played;
    }

    Simulator simulator() {
        return played().simulator();
    }

    /** Does an action of the vendor. Who is told of it may call back meanwhile: no lock is held. */
    Object act(String name, JsonNode given) {
        Played now = played;
        Action action = now.actions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        404,
                        vendor.title() + " has no action " + name + ", but "
                                + now.actions().stream().map(Action::name).toList()));
        Step step = new Step(
                simulator().clock().now(),
                simulator().journal().acts(),
                name,
                given.isMissingNode() ? given : given.deepCopy());
        Object result = run(action, Arguments.of(action, given));
        steps.add(step);
        return result;
    }

    private static Object run(Action action, Arguments given) {
        try {
            return action.work().on(given);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException e) {
            throw new Refused(422, "Action " + action.name() + " cannot be done: " + e.getMessage());
        }
    }

    /** Starts anew with what the vendor had at the start of the program. */
    synchronized void reset() {
        restart(options.clock());
        seed();
    }

    /** Starts anew with nothing but what the simulator itself starts with. */
    synchronized void restart(SimulatedClock clock) {
        played.simulator().close();
        steps.clear();
        shownAfter = 0;
        start = clock.now();
        played = vendor.start().apply(port, clock);
        simulator().journal().keep(options.journal());
    }

    private void seed() {
        for (JsonNode seed : seeds) {
            Object unusedResult = act(seed.path("action").asText(), seed.path("with"));
        }
    }

    /** Returns the requests that came since the journal was cleared. */
    synchronized List<JournalEntry> journal() {
        return simulator().journal().entries().stream()
                .filter(entry -> entry.request().number() > shownAfter)
                .toList();
    }

    /** Returns how many requests the journal keeps. */
    int kept() {
        return options.journal();
    }

    /** Returns how many requests that came since the journal was cleared are kept no more. */
    synchronized long forgotten() {
        return Math.max(0, simulator().journal().forgotten() - shownAfter);
    }

    /** Clears the journal as it is shown; what tells the state stays. */
    synchronized void clearJournal() {
        List<JournalEntry> all = simulator().journal().entries();
        shownAfter =
                all.isEmpty() ? shownAfter : all.get(all.size() - 1).request().number();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized Instant startedAt() {
        return start;
    }

    /** Returns whether its clock runs where nobody stopped it. */
    boolean runsByItself() {
        return options.clock().isRunning();
    }

    /** Returns the hosts in the order of their ports, without a path. */
    List<URI> hosts() {
        return simulator().uris().stream()
                .map(uri -> URI.create(uri.getScheme() + "://" + uri.getAuthority()))
                .toList();
    }

    Map<String, Object> describe() {
        Played now = played();
        return new JsonObject()
                .with("name", vendor.name())
                .with("title", vendor.title())
                .with("addresses", text(now.addresses()))
                .with("keys", now.keys())
                .with("actions", now.actions().stream().map(Action::describe).toList())
                .with("endpoints", now.endpoints(vendor.name()))
                .with("snippets", Snippets.of(now));
    }

    private static Map<String, Object> text(Map<String, Object> addresses) {
        JsonObject text = new JsonObject();
        addresses.forEach((name, address) -> text.put(name, address.toString()));
        return text;
    }

    @Override
    public void close() {
        simulator().close();
    }
}
