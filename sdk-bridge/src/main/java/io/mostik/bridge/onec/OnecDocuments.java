package io.mostik.bridge.onec;

import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.EventSink;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.once.Checkpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The trigger {@value #TRIGGER}: tells documents of a 1C base whose day has come. What counts is that day and not the date
 * of the document: one entered ahead waits for its day, one entered late is found as long as its day is not longer ago than
 * the look-back. The span begins at the last complete look, less the look-back, so that nothing is missed while the program
 * was off. The base tells no time of change, so the whole span is read each time and what is known is left out.
 *
 * <p>A document, or a line of its table part, is one event for each state of the fields that matter. Its data are those of
 * the document, under {@code line} those of the line, and {@code in_force}. One that was told and is withdrawn afterwards is
 * told once more with {@code in_force: false}: no program can unblock what was blocked, so a link gives it to people. A
 * draft is not told. Empty references are left out.
 *
 * <p>On any number of nodes one looks at a time. Thread-safe.
 */
public final class OnecDocuments {

    /** The name of the trigger. */
    public static final String TRIGGER = "onec.document";

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final OnecBase base;
    private final OnecQuery query;
    private final Place place;
    private final TimeSource time;
    private final ZoneId zone;
    private final ToldDocuments told;

    /**
     * Where positions are kept.
     *
     * @param name of the link or reader: position and memory hang on it
     * @param connection the 1C base
     * @param store where they are kept
     */
    public record Place(String name, String connection, StateStore store) {

        /** Checks that no part is missing. */
        public Place {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(connection, "connection");
            Objects.requireNonNull(store, "store");
        }

        String prefix() {
            return "onec/" + connection + "/" + name + "/";
        }
    }

    /**
     * Creates the reader.
     *
     * @param zone the zone of the base
     */
    public OnecDocuments(OnecBase base, OnecQuery query, Place place, TimeSource time, ZoneId zone) {
        this.base = Objects.requireNonNull(base, "base");
        this.query = Objects.requireNonNull(query, "query");
        this.place = Objects.requireNonNull(place, "place");
        this.time = Objects.requireNonNull(time, "time");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.told = new ToldDocuments(place.store(), place.prefix());
    }

    /**
     * Looks once. Nothing while another look is under way, on whatever node; what was told stands even if the look breaks off.
     *
     * @param sink takes the events over
     * @return how many were told
     * @throws io.mostik.core.SdkException if the base could not be read; what it had not shown comes with the next look
     * @throws IllegalStateException if a field that the query names is not there
     */
    public int look(EventSink sink) {
        return Checkpoint.tryOpen(place.store(), time, place.prefix() + "last", LEASE)
                .map(opened -> look(opened, sink))
                .orElse(0);
    }

    private int look(Checkpoint opened, EventSink sink) {
        int count = 0;
        try (Checkpoint checkpoint = opened) {
            LocalDate today = LocalDate.ofInstant(place.store().now(), zone).minusDays(query.dueAfter());
            LocalDate last = checkpoint
                    .position()
                    .map(LocalDate::parse)
                    .filter(today::isAfter)
                    .orElse(today);
            for (OnecDocument document : base.documents(query, last.minusDays(query.lookBack()), today.plusDays(1))) {
                if (!checkpoint.isHeld()) {
                    return count;
                }
                count += tell(document, sink);
            }
            boolean unused = checkpoint.finish(today.toString());
        }
        return count;
    }

    private int tell(OnecDocument document, EventSink sink) {
        Optional<String> known = told.find(document.key());
        if (!document.inForce() && known.isEmpty()) {
            return 0;
        }
        String state = state(document);
        if (known.filter(state::equals).isPresent()) {
            return 0;
        }
        told.begin(document.key(), known);
        int count = 0;
        for (OnecDocument.Line line : document.lines()) {
            count += sink.accept(event(document, line)) ? 1 : 0;
        }
        told.end(document.key(), state);
        return count;
    }

    private BridgeEvent event(OnecDocument document, OnecDocument.Line line) {
        String id = document.key() + "/" + line.number() + "/" + state(document, line);
        return new BridgeEvent(TRIGGER, place.connection(), id, time.now(), data(document, line));
    }

    private String state(OnecDocument document) {
        List<String> states = document.lines().stream()
                .map(line -> line.number() + "=" + state(document, line))
                .toList();
        return Digests.of(states);
    }

    private String state(OnecDocument document, OnecDocument.Line line) {
        List<String> values = new ArrayList<>();
        values.add(Boolean.toString(document.inForce()));
        query.fields().forEach(field -> values.add(document.value(line, field).orElse("")));
        return Digests.of(values);
    }

    private Json data(OnecDocument document, OnecDocument.Line line) {
        Map<String, Object> data = scalars(document.fields());
        if (query.part().isPresent()) {
            data.put("line", scalars(line.fields()));
        }
        data.put("in_force", document.inForce());
        return Json.of(data);
    }

    private static Map<String, Object> scalars(Json object) {
        Map<String, Object> scalars = new LinkedHashMap<>();
        object.names().forEach(name -> {
            Json value = object.get(name);
            boolean isEmpty = value.text()
                    .filter(text -> text.isEmpty() || text.equals(Guids.EMPTY))
                    .isPresent();
            if (!isEmpty && !value.isArray() && !value.isObject()) {
                value.value().ifPresent(scalar -> scalars.put(name, scalar));
            }
        });
        return scalars;
    }

    /** Returns what it reads. */
    @Override
    public String toString() {
        return "OnecDocuments[" + place.name() + " " + query.entity() + "]";
    }
}
