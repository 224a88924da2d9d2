package io.mostik.core.once;

import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult.How;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The writes of one {@link Kind}: each id is sent once, by whichever thread or node comes first, and what is not known is
 * read back before it is sent again. Made by {@link Once#writes}. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * OnceWrites<Grant, LimitBefore, Boolean> grants = once.writes(GRANT, steps);
 * OnceResult<Boolean> result = grants.perform("order-4711", grant);   // again with the same id: sends nothing more
 * }</pre>
 *
 * <p>What this cannot exclude: a process that sleeps inside the call for longer than its lease, and a request that reaches
 * the vendor later than the settling time. The first is detected and becomes {@link OnceResult.Unknown} with
 * {@code duplicated}; the second can only be found in the vendor's books, see {@link #reportDuplicate}.
 */
public final class OnceWrites<P, S, R> {

    private static final int MOST_TRIES = 4;

    private final Engine<P, S, R> engine;
    private final StateStore store;

    OnceWrites(Engine<P, S, R> engine, StateStore store) {
        this.engine = engine;
        this.store = store;
    }

    /** Returns the kind. */
    public Kind<P, S, R> kind() {
        return engine.kind();
    }

    /**
     * Sends a write, unless it was sent before. Three round trips to the store the first time, one for a known id.
     *
     * @param id the idempotency key; blanks at its ends and the Unicode form do not matter, upper and lower case do
     * @return what is known of the id
     * @throws KeyReuseException if the id came with other content before
     * @throws SdkException if the call failed; {@code NOT_SENT} and {@code REJECTED} leave the id free, after
     *     {@code UNKNOWN} perform again later to read back
     * @throws StateStoreException if the store failed before anything was sent
     */
    public OnceResult<R> perform(String id, P asked) {
        Attempt<P, S, R> attempt = begin(id, asked);
        Optional<OnceResult<R>> known = attempt.known();
        return known.isPresent() ? known.get() : attempt.send();
    }

    /** Begins a write that is sent in company with others; see {@link Attempt}. */
    public Attempt<P, S, R> begin(String id, P asked) {
        return engine.begin(kind().key(id), asked, Integer.MAX_VALUE);
    }

    /**
     * Notes a write, to be sent by {@link #runDue}. In a transaction of the embedder's, through {@link #in}, it is noted
     * together with his own rows, or not at all.
     *
     * @return whether it is new; false if the id is known
     * @throws KeyReuseException if the id came with other content before
     * @throws StateStoreException if the store failed, or if a transaction cannot see the row that took the id
     */
    public boolean plan(String id, P asked) {
        if (!engine.content().isKept()) {
            throw new IllegalStateException(kind().name() + " cannot be planned: its content is not kept");
        }
        OnceKey key = kind().key(id);
        Instant now = store.now();
        WriteRecord record = engine.content()
                .withAsked(WriteRecord.empty(), key, asked)
                .with("planned", true)
                .with("next", now.toEpochMilli())
                .in(WriteState.PLANNED, now);
        Journal journal = new Journal(store);
        Snapshot none = new Snapshot(key, Optional.empty(), StateStore.ABSENT, noSides());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (journal.move(none, Optional.of(record), Optional.empty(), sides -> {})
                    .isPresent()) {
                return true;
            }
            Snapshot known = journal.read(key, List.of());
            if (known.kept().isPresent()) {
                refuseOther(known, asked);
                return false;
            }
        }
        throw new StateStoreException(
                "the id was taken by a transaction that this one cannot see: use READ COMMITTED, or try again");
    }

    /** Returns the same writes in a transaction: {@code grants.in(store.within(connection)).plan(id, asked)}. */
    public OnceWrites<P, S, R> in(StateStore transaction) {
        return new OnceWrites<>(engine, transaction);
    }

    /** Returns the same writes, all of whose moves are made in a transaction. */
    OnceWrites<P, S, R> within(StateStore transaction) {
        return new OnceWrites<>(engine.within(transaction), transaction);
    }

    /**
     * Goes on with everything of this kind that is due: sends what is planned, reads back what is unknown or abandoned,
     * polls what is running. One that fails stops no other; each is tried again after 1, 2, 4 … 60 minutes, or later if the
     * vendor asks for it. To be called by a scheduler, every minute or so, on any number of nodes.
     *
     * @param mostTries after so many a planned write becomes a dead letter, {@link WriteState#REFUSED}
     * @return how many writes were completed
     */
    public int runDue(int mostTries) {
        return new DueRunner<>(engine, store, mostTries).run();
    }

    /** Returns what is known of an id, without doing anything; empty if nothing is. */
    public Optional<OnceResult<R>> find(String id) {
        return engine.result(new Journal(store).read(kind().key(id), List.of()));
    }

    /** Returns the state of an id. */
    public WriteState state(String id) {
        return new Journal(store).read(kind().key(id), List.of()).state();
    }

    /** Returns the content that came with an id, where the kind keeps it. */
    public Optional<P> asked(String id) {
        Snapshot now = new Journal(store).read(kind().key(id), List.of());
        return now.kept().flatMap(record -> engine.content().asked(record, now.key()));
    }

    /** Returns all writes of this kind that are open, however many. */
    public Stream<OpenWrite> pending() {
        return new OpenWrites(store).stream(OnceKeys.OPEN + kind().name() + OnceKeys.END_OF_KIND);
    }

    /**
     * Writes down what a person has found out about an open write that nobody is sending.
     *
     * @param happened its result if it happened; empty if it did not, which frees the id
     * @return whether it was resolved; false if it is not open, or being sent at this moment
     */
    public boolean resolve(String id, Optional<R> happened) {
        return resolve(kind().key(id), any -> true, happened.isPresent(), happened);
    }

    /**
     * Makes a dead letter a planned write again, with its content, due at once and as if it had not been tried; in one
     * step, so that no failure loses it.
     *
     * @return whether it was a dead letter
     */
    public boolean replay(String id) {
        OnceKey key = kind().key(id);
        Optional<P> asked = askedUnder(key);
        Snapshot now = engine.read(key, asked);
        if (now.state() != WriteState.REFUSED) {
            return false;
        }
        Instant at = engine.now();
        WriteRecord due = now.record()
                .with("next", at.toEpochMilli())
                .with("tries", null)
                .with("checks", null)
                .with("why", null)
                .in(WriteState.PLANNED, at);
        return engine.move(now, Optional.of(due), asked).isPresent() || replay(id);
    }

    /**
     * Marks a write that is done as one that happened twice, because the vendor's books say so. It becomes open, for a
     * person to resolve.
     *
     * @return whether it was marked; false if it is not done
     */
    public boolean reportDuplicate(String id) {
        OnceKey key = kind().key(id);
        Snapshot now = engine.read(key, askedUnder(key));
        if (now.state() != WriteState.DONE) {
            return false;
        }
        WriteRecord record = now.record().in(WriteState.UNKNOWN, engine.now()).with("duplicated", true);
        boolean marked = engine.move(now, Optional.of(record), askedUnder(key)).isPresent();
        if (marked) {
            OnceEvents.duplicated(key);
        }
        return marked || reportDuplicate(id);
    }

    /** Resolves what the person has seen: if somebody has sent since, he was not speaking of that. */
    boolean resolve(OpenWrite open, boolean happened) {
        return resolve(new OnceKey(open.kind(), open.ref()), open::isSame, happened, Optional.empty());
    }

    private boolean resolve(OnceKey key, Predicate<WriteRecord> meant, boolean happened, Optional<R> result) {
        Optional<P> asked = askedUnder(key);
        Snapshot now = engine.read(key, asked);
        if (!now.state().isOpen() || !engine.isAbandoned(now) || !meant.test(now.record())) {
            return false;
        }
        Optional<WriteRecord> next = happened
                ? Optional.of(engine.done(now, result, How.RESOLVED).with("duplicated", null))
                : Optional.empty();
        return engine.move(now, next, asked).isPresent() || resolve(key, meant, happened, result);
    }

    private Optional<P> askedUnder(OnceKey key) {
        return new Journal(store)
                .read(key, List.of())
                .kept()
                .flatMap(record -> engine.content().asked(record, key));
    }

    private void refuseOther(Snapshot known, P asked) {
        if (!engine.content().isSame(known.record(), engine.content().digest(asked))) {
            throw new KeyReuseException(
                    kind().name(), engine.content().asked(known.record(), known.key()), known.state());
        }
    }

    private static SideRecords noSides() {
        return new SideRecords(List.of(), Map.of());
    }

    @Override
    public String toString() {
        return "OnceWrites[" + kind().name() + "]";
    }
}
