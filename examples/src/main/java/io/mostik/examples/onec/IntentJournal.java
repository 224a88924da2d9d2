package io.mostik.examples.onec;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All tasks of the bridge, by document. An intent and its end are one value of the {@link StateStore}, so that
 * no crash can leave the one without the other; the number of the event is part of it. One process at a time may have
 * it open, which H2 sees to. Thread-safe.
 */
public final class IntentJournal {

    private static final String PREFIX = "onec/intent/";
    private static final String HEX = "0123456789abcdef";
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final StateStore store;
    private final TimeSource time;
    private final Duration keep;
    private final Map<String, Intent> open = new TreeMap<>();
    private final TreeMap<Long, String> events = new TreeMap<>();

    /**
     * Opens the journal, with all that is in it.
     *
     * @param store where it is kept
     * @param keep how long an intent is remembered after its end: as long as a document may be sent again
     */
    public IntentJournal(StateStore store, TimeSource time, Duration keep) {
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
        this.keep = Objects.requireNonNull(keep, "keep");
        HEX.chars()
                .mapToObj(digit -> PREFIX + (char) digit)
                .forEach(prefix -> store.stream(prefix).forEach(entry -> index(read(entry))));
    }

    /**
     * Records a task, unless the document was seen before.
     *
     * @param document GUID of the document, in small letters
     * @return the intent of this document, new or old
     * @throws OtherErrandException if the same document has asked for something else
     */
    public synchronized Intent accept(String document, OnecTask errand) {
        Optional<Intent> known = find(document);
        if (known.isPresent()) {
            if (!known.get().errand().equals(errand)) {
                throw new OtherErrandException();
            }
            return known.get();
        }
        Intent begun = Intent.begun(document, errand, time.now());
        write(begun, StateStore.ABSENT, Optional.empty());
        return index(begun);
    }

    /** Returns what is known of a document. */
    public Optional<Intent> find(String document) {
        return store.find(PREFIX + document).map(IntentJournal::read);
    }

    /** Returns what has not ended. */
    public synchronized List<Intent> open() {
        return List.copyOf(open.values());
    }

    /** Notes that an intent could not be ended yet. */
    synchronized Intent postpone(Intent intent, String why, Duration pause) {
        Intent next = intent.postponed(why, time.now().plus(pause));
        write(next, version(next), Optional.empty());
        return index(next);
    }

    /** Ends an intent; the first end stands. */
    synchronized Intent end(String document, Intent.State state, String message) {
        Intent known = find(document).orElseThrow();
        if (!known.isOpen()) {
            return known;
        }
        Intent next = known.ended(state, message, nextEvent(), time.now());
        write(next, version(next), Optional.of(keep));
        return index(next);
    }

    /** Returns what ended after an event, oldest first. */
    public synchronized List<Intent> after(long event, int atMost) {
        return events.tailMap(event, false).values().stream()
                .limit(atMost)
                .flatMap(document -> find(document).stream())
                .toList();
    }

    /**
     * Grows with the time too, so that a 1C base that has seen the last event of a lost journal sees the next of a new
     * one.
     */
    private long nextEvent() {
        long now = time.now().toEpochMilli();
        return events.isEmpty() ? now : Math.max(now, events.lastKey() + 1);
    }

    private Intent index(Intent intent) {
        if (intent.isOpen()) {
            open.put(intent.document(), intent);
        } else {
            open.remove(intent.document());
        }
        intent.event().ifPresent(number -> events.put(number, intent.document()));
        return intent;
    }

    private long version(Intent intent) {
        return store.find(PREFIX + intent.document())
                .map(StateStore.Entry::version)
                .orElse(StateStore.ABSENT);
    }

    private void write(Intent intent, long version, Optional<Duration> keepFor) {
        String text = new String(JSON.write(intent), StandardCharsets.UTF_8);
        if (store.write(PREFIX + intent.document(), text, version, keepFor).isEmpty()) {
            throw new IllegalStateException("another program writes to the journal of this bridge");
        }
    }

    private static Intent read(StateStore.Entry entry) {
        return JSON.read(JsonType.of(Intent.class), entry.value().getBytes(StandardCharsets.UTF_8));
    }
}
