package io.mostik.core.once;

import io.mostik.core.StateStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Goes through the open writes of one kind and takes each as far as it goes now. */
final class DueRunner<P, S, R> {

    private final Engine<P, S, R> engine;
    private final StateStore store;
    private final Journal journal;
    private final int mostTries;

    DueRunner(Engine<P, S, R> engine, StateStore store, int mostTries) {
        if (mostTries < 1) {
            throw new IllegalArgumentException("mostTries must be at least 1");
        }
        if (!engine.content().isKept()) {
            throw new IllegalStateException(engine.kind().name() + " cannot be run: its content is not kept");
        }
        this.engine = engine;
        this.store = store;
        this.journal = new Journal(store);
        this.mostTries = mostTries;
    }

    int run() {
        String prefix = OnceKeys.OPEN + engine.kind().name() + OnceKeys.END_OF_KIND;
        List<String> refs = store.stream(prefix)
                .map(entry -> entry.key().substring(prefix.length()))
                .toList();
        return (int) refs.stream().filter(this::tryRun).count();
    }

    private boolean tryRun(String ref) {
        try {
            return run(new OnceKey(engine.kind().name(), ref));
        } catch (RuntimeException e) { // one write must not stop the others; it is tried again when it is due
            OnceEvents.warn(engine.kind().name() + " " + ref + " failed: "
                    + HandlerFailure.causeOf(e).getClass().getSimpleName());
            return false;
        }
    }

    private boolean run(OnceKey key) {
        Snapshot now = journal.read(key, List.of());
        Optional<P> asked = now.kept().flatMap(record -> engine.content().asked(record, key));
        if (asked.isEmpty() || !isDue(now)) {
            return false;
        }
        OnceResult<R> result = send(key, asked.get());
        if (result instanceof OnceResult.Unknown<R>) {
            postpone(key, asked.get(), "");
        }
        // Another node may have ended it since it was listed: it counts there.
        return result instanceof OnceResult.Done<R> done && done.how() != OnceResult.How.EARLIER;
    }

    private OnceResult<R> send(OnceKey key, P asked) {
        Attempt<P, S, R> attempt;
        try {
            attempt = engine.begin(key, asked, mostTries);
        } catch (RuntimeException e) {
            postpone(key, asked, e.getClass().getSimpleName());
            throw e;
        }
        return attempt.known().orElseGet(attempt::send);
    }

    private boolean isDue(Snapshot now) {
        WriteRecord record = now.record();
        boolean isForAPerson = now.state() == WriteState.REFUSED || record.duplicated() || record.checks() >= mostTries;
        Instant due = record.next().orElse(Instant.EPOCH);
        return !isForAPerson && !due.isAfter(engine.now());
    }

    /** What cannot go on is looked at less and less often, and after the last time left to a person. */
    private void postpone(OnceKey key, P asked, String why) {
        Snapshot now = engine.read(key, Optional.of(asked));
        if (now.state() != WriteState.UNKNOWN && now.state() != WriteState.PLANNED) {
            return;
        }
        int checks = now.record().checks() + 1;
        WriteRecord later = now.record()
                .with("checks", checks)
                .with("next", engine.now().plus(Backoff.pause(checks)).toEpochMilli())
                .with("why", why.isEmpty() ? now.record().text("why").orElse(null) : why);
        Optional<Snapshot> unused = now.state() == WriteState.PLANNED && checks >= mostTries
                ? engine.move(now, Optional.of(Backoff.dead(later, engine.now())), Optional.of(asked))
                : journal.move(now, Optional.of(later), Optional.empty(), sides -> {});
    }
}
