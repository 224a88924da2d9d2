package io.mostik.bridge.trigger;

import io.mostik.bridge.store.StoredJson;
import io.mostik.core.json.Json;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.once.OpenWrite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stores events that were told by bases or Java code, and hands them on later. Thread-safe. */
public final class EventInbox implements EventSink, StoredEvents, AutoCloseable {

    private final Inbox<BridgeEvent> inbox;

    private EventInbox(Inbox<BridgeEvent> inbox) {
        this.inbox = inbox;
    }

    /**
     * Opens an inbox.
     *
     * @param name the same on all nodes
     * @param events takes an event; what it throws means that it comes again
     */
    public static EventInbox open(Once once, String name, Consumer<BridgeEvent> events) {
        return new EventInbox(Inbox.builder(once, name, EventInbox::read).open(events));
    }

    @Override
    public boolean accept(BridgeEvent event) {
        String id = event.trigger() + "/" + event.connection() + "/" + event.id();
        return inbox.accept(id, event, written(event));
    }

    /** Hands on what is stored, from now on. */
    public void start(Executor threads) {
        Inbox<BridgeEvent> unused = inbox.start(threads);
    }

    /** Hands on all that is due now, and returns how much that was. */
    public int run() {
        return inbox.run();
    }

    @Override
    public Stream<OpenWrite> pending() {
        return inbox.pending();
    }

    @Override
    public boolean replay(OpenWrite dead) {
        return inbox.replay(dead);
    }

    @Override
    public List<BridgeEvent> read(OpenWrite waiting) {
        return inbox.event(waiting).stream().toList();
    }

    @Override
    public void close() {
        inbox.close();
    }

    private static String written(BridgeEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("trigger", event.trigger());
        values.put("connection", event.connection());
        values.put("id", event.id());
        values.put("at", event.at().toString());
        values.put("data", event.data());
        return StoredJson.write(values);
    }

    private static BridgeEvent read(String text) {
        Json stored = StoredJson.read(text);
        return new BridgeEvent(
                stored.get("trigger").text().orElseThrow(),
                stored.get("connection").text().orElse(""),
                stored.get("id").text().orElseThrow(),
                Instant.parse(stored.get("at").text().orElseThrow()),
                stored.get("data"));
    }
}
