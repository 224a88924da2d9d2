package io.mostik.core.once;

import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult.How;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        while (journal.move(none, Optional.of(record), Optional.empty(), sides -> {})
                .isEmpty()) {
            Snapshot known = journal.read(key, List.of());
            if (known.kept().isPresent()) {
                refuseOther(known, asked);
                return false;
            }
        }
        return true;
    }

    /** Returns the same writes in a transaction: {@code grants.in(store.within(connection)).plan(id, asked)}. */
    public OnceWrites<P, S, R> in(StateStore transaction) {
        return new OnceWrites<>(engine, transaction);
    }

    /**
     * Goes on with everything of this kind that is due: sends what is planned, reads back what is unknown or abandoned,
     * polls what is running. One that fails stops no other; each is tried again after 1, 2, 4 … 60 minutes, or later if the
     * vendor asks for it. To be called by a scheduler, every minute or so, on any number of nodes.
     *
     * @param mostTries after so many a planned write becomes a dead letter, {@link WriteState#REFUSED}
     * @return how many writes came to their end
     */
    public int runDue(int mostTries) {
        return new DueRunner<>(engine, store, mostTries).run();
    }

    /** Returns what is known of an id, without doing anything; empty if nothing is. */
    public Optional<OnceResult<R>> find(String id) {
        Snapshot now = new Journal(store).read(kind().key(id), List.of());
        WriteRecord record = now.record();
        return switch (now.state()) {
            case NONE -> Optional.empty();
            case PLANNED ->
                Optional.of(new OnceResult.InProgress<>(record.next().orElse(record.at())));
            case SENDING -> Optional.of(new OnceResult.InProgress<>(record.at().plus(record.lease())));
            case RUNNING ->
                Optional.of(new OnceResult.Running<>(record.text("handle").orElse("")));
            case UNKNOWN -> Optional.of(new OnceResult.Unknown<>(record.duplicated()));
            case REFUSED -> Optional.of(new OnceResult.Refused<>(record.why()));
            case DONE ->
                Optional.of(new OnceResult.Done<>(
                        engine.content().result(record, now.key()),
                        How.valueOf(record.text("how").orElse(How.EARLIER.name()))));
        };
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
        return resolve(kind().key(id), happened.isPresent(), happened);
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

    boolean resolve(OpenWrite open, boolean happened) {
        return resolve(new OnceKey(open.kind(), open.ref()), happened, Optional.empty());
    }

    private boolean resolve(OnceKey key, boolean happened, Optional<R> result) {
        Optional<P> asked = askedUnder(key);
        Snapshot now = engine.read(key, asked);
        if (!now.state().isOpen() || !engine.isAbandoned(now)) {
            return false;
        }
        Optional<WriteRecord> next = happened
                ? Optional.of(engine.done(now, result, How.RESOLVED).with("duplicated", null))
                : Optional.empty();
        return engine.move(now, next, asked).isPresent() || resolve(key, happened, result);
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
