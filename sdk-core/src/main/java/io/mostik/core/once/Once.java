package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The engine for everything that must happen once and be known to have happened. One for an application, over the one
 * store that its nodes share. It writes down what is about to be sent, sends it, writes down the result, and reads back
 * what it does not know before anything is sent again.
 *
 * <pre>{@code
 * Once once = Once.over(JdbcStateStore.create(dataSource));
 * OnceWrites<String, Void, Long> records = once.writes(
 *         Kind.builder("crm/lead", String.class, Void.class, Long.class)
 *                 .ids(IdPolicy.PLAIN).content(ContentPolicy.STORED).lease(Duration.ofMinutes(2)).build(),
 *         OnceSteps.of(name -> crm.create(name), name -> crm.find(name)
 *                 .map(ReadBack::applied).orElseGet(ReadBack::notApplied)));
 * OnceResult<Long> lead = records.perform("call-20261129-7", "Anna");
 * }</pre>
 *
 * <p>What a process left behind when it died is in {@link #pending}, whatever its kind. Thread-safe.
 */
public final class Once {

    private final StateStore store;
    private final TimeSource time;
    private final Map<String, OnceWrites<?, ?, ?>> kinds = new ConcurrentHashMap<>();

    private Once(StateStore store, TimeSource time) {
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
    }

    /** Returns the engine over a store. */
    public static Once over(StateStore store) {
        return over(store, TimeSource.system());
    }

    /** Returns the engine over a store, with the clock by which this process counts its own leases. */
    public static Once over(StateStore store, TimeSource time) {
        return new Once(store, time);
    }

    /**
     * Returns the writes of one kind.
     *
     * @throws IllegalArgumentException if another kind of the same name was registered before
     */
    public <P, S, R> OnceWrites<P, S, R> writes(Kind<P, S, R> kind, OnceSteps<P, S, R> steps) {
        return register(new Engine<>(kind, steps, store, time));
    }

    /** Makes the writes of an engine known to {@link #resolve}. */
    <P, S, R> OnceWrites<P, S, R> register(Engine<P, S, R> engine) {
        Kind<P, S, R> kind = engine.kind();
        OnceWrites<P, S, R> writes = new OnceWrites<>(engine, store);
        OnceWrites<?, ?, ?> known = kinds.putIfAbsent(kind.name(), writes);
        if (known != null) {
            throw new IllegalArgumentException("kind " + kind.name() + " is registered already");
        }
        return writes;
    }

    /**
     * Returns an engine for the time after a restore of the store from a copy: a write whose record is missing, or was open
     * in the copy, may have been sent since. It sends nothing: it notes that and reads back. What happened becomes done;
     * what the vendor does not tell stays unknown, for a person; where the vendor shows, after the settling time, that it
     * did not happen, the id is freed and {@link NotAppliedException} thrown. Steps are asked to read back without a state
     * before. Kinds are registered here anew.
     */
    public Once restored() {
        return new Once(new RestoredStore(store), time);
    }

    /** Returns the clock by which this process counts its own leases. */
    TimeSource time() {
        return time;
    }

    /** Returns the store. */
    public StateStore store() {
        return store;
    }

    /** Returns all open writes of all kinds in the store, also of kinds that this process does not know. */
    public Stream<OpenWrite> pending() {
        return new OpenWrites(store).stream(OnceKeys.OPEN);
    }

    /**
     * Writes down what a person has found out about an open write.
     *
     * @param happened whether it happened; if not, its id is free again
     * @return whether it was resolved; false if it is not open any more, was sent again since it was listed, or is being
     *     sent at this moment
     * @throws NoSuchElementException if its kind was not registered here
     */
    public boolean resolve(OpenWrite open, boolean happened) {
        return known(open).resolve(open, happened);
    }

    /**
     * Like {@link #resolve(OpenWrite, boolean)}, in a transaction of the embedder's: it is resolved together with his own
     * rows, or not at all. For example {@code once.resolve(open, true, store.within(connection))}.
     *
     * @throws NoSuchElementException if its kind was not registered here
     */
    public boolean resolve(OpenWrite open, boolean happened, StateStore transaction) {
        return known(open).within(transaction).resolve(open, happened);
    }

    private OnceWrites<?, ?, ?> known(OpenWrite open) {
        OnceWrites<?, ?, ?> writes = kinds.get(open.kind());
        if (writes == null) {
            throw new NoSuchElementException("kind " + open.kind() + " is not registered");
        }
        return writes;
    }

    @Override
    public String toString() {
        return "Once" + kinds.keySet();
    }
}
