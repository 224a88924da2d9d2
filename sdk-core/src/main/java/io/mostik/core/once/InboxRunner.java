package io.mostik.core.once;

import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Handles the events of one inbox that are due; where they are ordered, only the first of each key. */
final class InboxRunner {

    private final Engine<Json, Void, Boolean> engine;
    private final StateStore store;
    private final Journal journal;
    private final int mostTries;
    private final boolean ordered;
    private final InboxListener listener;

    InboxRunner(
            Engine<Json, Void, Boolean> engine,
            StateStore store,
            int mostTries,
            boolean ordered,
            InboxListener listener) {
        this.engine = engine;
        this.store = store;
        this.journal = new Journal(store);
        this.mostTries = mostTries;
        this.ordered = ordered;
        this.listener = listener;
    }

    /** An event may be due because the one before it has just been handled: goes on until a walk handles nothing. */
    int run() {
        if (!ordered) {
            return (int) refs().filter(this::handle).count();
        }
        int handled = 0;
        int now;
        do {
            now = (int) firstOfEachKey(refs().toList()).stream()
                    .filter(this::handle)
                    .count();
            handled += now;
        } while (now > 0);
        return handled;
    }

    /** Reads page by page, so that no more than a page is in memory. */
    private Stream<String> refs() {
        String prefix = OnceKeys.OPEN + engine.kind().name() + OnceKeys.END_OF_KIND;
        return store.stream(prefix).map(entry -> entry.key().substring(prefix.length()));
    }

    private boolean handle(String ref) {
        try {
            Snapshot now = journal.read(new OnceKey(engine.kind().name(), ref), List.of());
            return isDue(now) && handle(now);
        } catch (RuntimeException e) { // one event must not stop the others; it is tried again when it is due
            OnceEvents.warn(engine.kind().name() + " " + ref + " failed: "
                    + e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean handle(Snapshot now) {
        Optional<Json> asked = asked(now);
        if (now.state() == WriteState.SENDING && now.record().tries() >= mostTries) {
            return refuse(now);
        }
        return asked.isPresent() && handle(now, asked.get());
    }

    /** Handles an event whose record was just read or written, unless somebody else has taken it. */
    boolean handle(Snapshot now, Json asked) {
        try {
            Optional<Attempt<Json, Void, Boolean>> attempt = engine.begin(now, asked, mostTries);
            if (attempt.filter(begun -> begun.known().isEmpty()).isEmpty()) {
                return false;
            }
            boolean done = attempt.get().send() instanceof OnceResult.Done<Boolean>;
            listener.handled(engine.kind().name(), now.key().ref());
            return done;
        } catch (StateStoreException e) {
            OnceEvents.warn(now.key().record() + " could not be handled: the store failed");
            return false;
        } catch (RuntimeException e) {
            failed(now, e);
            return false;
        }
    }

    private void failed(Snapshot now, RuntimeException e) {
        int attempt = now.record().tries() + 1;
        boolean dead = attempt >= mostTries
                || (e instanceof SdkException known && !known.failure().temporary());
        Throwable failure = HandlerFailure.causeOf(e);
        OnceEvents.warn(now.key().record() + ": the handler failed with "
                + failure.getClass().getName() + ", try " + attempt
                + (dead ? "; it is a dead letter now" : "; it will be tried again"));
        listener.failed(engine.kind().name(), now.key().ref(), attempt, dead, failure);
    }

    /** The process died inside the handler, each time: no try is left. */
    private boolean refuse(Snapshot now) {
        WriteRecord dead = now.record().in(WriteState.REFUSED, engine.now()).with("why", "died in the handler");
        if (engine.move(now, Optional.of(dead), Optional.empty()).isPresent()) {
            IllegalStateException died = new IllegalStateException("the process died inside the handler");
            OnceEvents.warn(now.key().record() + ": the process died inside the handler; it is a dead letter now");
            listener.failed(engine.kind().name(), now.key().ref(), now.record().tries(), true, died);
        }
        return false;
    }

    private boolean isDue(Snapshot now) {
        WriteRecord record = now.record();
        return switch (now.state()) {
            case PLANNED -> !record.next().orElse(Instant.EPOCH).isAfter(engine.now());
            case SENDING -> engine.isAbandoned(now);
            case UNKNOWN -> !record.duplicated();
            default -> false;
        };
    }

    /** Returns what is stored of an event. */
    Optional<Json> asked(Snapshot now) {
        return now.kept().flatMap(record -> engine.content().asked(record, now.key()));
    }

    private List<String> firstOfEachKey(List<String> refs) {
        List<Waiting> waiting = new ArrayList<>();
        refs.forEach(ref -> waiting(ref).ifPresent(waiting::add));
        Set<String> keys = new HashSet<>();
        Predicate<Waiting> isFirst = event -> event.order().isEmpty() || keys.add(event.order());
        return waiting.stream()
                .sorted(Comparator.comparingLong(Waiting::sequence))
                .filter(isFirst)
                .map(Waiting::ref)
                .toList();
    }

    private Optional<Waiting> waiting(String ref) {
        Snapshot now = journal.read(new OnceKey(engine.kind().name(), ref), List.of());
        if (!now.state().isOpen() || now.state() == WriteState.REFUSED) {
            return Optional.empty();
        }
        return asked(now)
                .map(item -> new Waiting(
                        ref,
                        item.get("order").text().orElse(""),
                        item.get("sequence").number().map(Number::longValue).orElse(0L)));
    }

    private record Waiting(String ref, String order, long sequence) {}
}
