package io.mostik.bridge.server.page;

import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.WebhookException;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.WriteState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what is asked about events that no link has taken over yet: posted by vendors, told by bases. Thread-safe. */
public final class InboxDesk {

    private static final int MOST = 200;

    private final BridgeLinks links;

    /** Creates the desk. */
    public InboxDesk(BridgeLinks links) {
        this.links = links;
    }

    /** Returns what nobody could read or hand on yet. */
    public List<Map<String, Object>> waiting() {
        try (Stream<OpenWrite> pending = links.inboxes().pending()) {
            return rows(pending);
        }
    }

    /** Returns what could not be read, or has failed for the last time. */
    public List<Map<String, Object>> dead() {
        try (Stream<OpenWrite> dead = links.inboxes().deadLetters()) {
            return rows(dead);
        }
    }

    /** Makes a dead letter due again, and returns how many that were. */
    int replay(String id) {
        return links.inboxes().replay(letter(id)) ? 1 : 0;
    }

    /** Ends a dead letter, and returns how many that were. */
    int dismiss(String id, String who, String reason) {
        return links.dismiss(letter(id), who, reason) ? 1 : 0;
    }

    private OpenWrite letter(String id) {
        try (Stream<OpenWrite> pending = links.inboxes().pending()) {
            OpenWrite found = pending.filter(item -> id(item).equals(id))
                    .findFirst()
                    .orElseThrow(() -> new OfficeException(404, "there is no dead letter " + id));
            if (!isDead(found)) {
                throw new OfficeException(409, id + " is no dead letter: its turn comes by itself");
            }
            return found;
        }
    }

    private static boolean isDead(OpenWrite item) {
        return item.state() == WriteState.REFUSED;
    }

    /** Returns how often something proven was none of a connection's events, by address and reason. */
    public List<Map<String, Object>> leftAlone() {
        List<Map<String, Object>> rows = new ArrayList<>();
        links.leftAlone()
                .forEach((address, reasons) -> reasons.forEach(
                        (reason, count) -> rows.add(Map.of("name", address, "reason", reason, "count", count))));
        return rows;
    }

    /** What could be read of the dead letters for a link, and the ids of those that could not. */
    record Letters(List<BridgeEvent> events, List<String> unreadable) {}

    /** Returns the events in dead letters that a link waits for. */
    Letters letters(Link link) {
        List<BridgeEvent> events = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (Stream<OpenWrite> dead = links.inboxes().deadLetters()) {
            dead.limit(MOST).forEach(item -> {
                try {
                    links.inboxes().read(item).stream()
                            .filter(event -> event.trigger()
                                            .equals(link.source().trigger())
                                    && event.connection().equals(link.source().connection()))
                            .forEach(events::add);
                } catch (WebhookException e) {
                    unreadable.add(id(item));
                }
            });
        }
        return new Letters(events, unreadable);
    }

    private static List<Map<String, Object>> rows(Stream<OpenWrite> items) {
        return items.limit(MOST).map(InboxDesk::row).toList();
    }

    private static Map<String, Object> row(OpenWrite item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id(item));
        row.put("at", item.since().toString());
        row.put("connection", item.kind());
        row.put("event", item.ref());
        row.put("state", IntentView.word(item.state()));
        row.put("message", item.why());
        row.put("replayable", isDead(item));
        row.put("dismissible", isDead(item));
        return row;
    }

    private static String id(OpenWrite item) {
        return item.kind() + "/" + item.ref();
    }
}
