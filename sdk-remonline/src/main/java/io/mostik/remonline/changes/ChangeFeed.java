package io.mostik.remonline.changes;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What has changed since the last look. Loses nothing when rows move between pages meanwhile, and delivers each state of
 * a row once; a row that changes several times between two looks comes in its last state. Rows removed at the vendor do
 * not come: it does not tell of them. Immutable; one poll at a time under one name, from whatever thread or node.
 *
 * @param <T> what the rows are
 */
public final class ChangeFeed<T> {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final String PREFIX = "remonline.changes.";

    private final ChangeSource<T> source;
    private final ChangeKey<T> key;
    private final StateStore store;
    private final TimeSource time;
    private final Instant since;
    private final Duration overlap;

    /** Creates a feed; use {@code changes(...)} of an API. */
    public ChangeFeed(ChangeSource<T> source, ChangeKey<T> key, StateStore store, TimeSource time) {
        this.source = Objects.requireNonNull(source, "source");
        this.key = Objects.requireNonNull(key, "key");
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
        this.since = Instant.EPOCH;
        this.overlap = OVERLAP;
        StateStore.checkKey(PREFIX + key.name());
    }

    private ChangeFeed(ChangeFeed<T> original, Instant since, Duration overlap) {
        this.source = original.source;
        this.key = original.key;
        this.store = original.store;
        this.time = original.time;
        this.since = Objects.requireNonNull(since, "since");
        this.overlap = Objects.requireNonNull(overlap, "overlap");
    }

    /** Returns this feed starting at a time when it is polled for the first time; at the beginning by default. */
    public ChangeFeed<T> since(Instant first) {
        return new ChangeFeed<>(this, first, overlap);
    }

    /**
     * Returns this feed looking back this much behind what it has seen, for rows that appear late at the vendor; 2
     * minutes by default. Changes within it are remembered, so it should not be much longer.
     */
    public ChangeFeed<T> overlap(Duration back) {
        if (back.isNegative()) {
            throw new IllegalArgumentException("overlap must not be negative");
        }
        return new ChangeFeed<>(this, since, back);
    }

    /** Returns up to when everything has been delivered; empty before the first poll. */
    public Optional<Instant> mark() {
        return memory(entry()).mark();
    }

    /**
     * Delivers what has changed since the last poll, in the order of the changes. How far it has come is stored after
     * each page and when the consumer fails: the row it failed at comes again with the next poll. Only if the process
     * ends in the middle of a page the rows of that page come again.
     *
     * @return how many rows were delivered
     * @throws IllegalStateException if another poll of this name is under way
     */
    public int poll(Consumer<? super T> consumer) {
        Poll poll = new Poll(entry(), consumer);
        long began = time.nanoTime();
        ChangeWalk<T> walk = new ChangeWalk<>(source, key, poll.memory.start().orElse(since));
        while (!walk.isDone()) {
            walk.next().forEach(row -> poll.deliver(row, walk.modified(row)));
            // A row may appear late while the poll goes on, so the time it takes is part of the overlap.
            Duration back = overlap.plusNanos(time.nanoTime() - began);
            poll.memory.complete(
                    walk.completeBefore(), walk.completeBefore().minus(back).truncatedTo(ChronoUnit.SECONDS));
            poll.save();
        }
        return poll.count;
    }

    /** Forgets how far this feed has come: the next poll starts anew. */
    public void forget() {
        Optional<StateStore.Entry> kept = entry();
        while (kept.isPresent() && !store.remove(PREFIX + key.name(), kept.get().version())) {
            kept = entry();
        }
    }

    private Optional<StateStore.Entry> entry() {
        return store.find(PREFIX + key.name());
    }

    private static ChangeMemory memory(Optional<StateStore.Entry> entry) {
        return entry.map(found -> ChangeMemory.read(found.value())).orElseGet(ChangeMemory::new);
    }

    /** One poll under way. */
    private final class Poll {

        private final String name = PREFIX + key.name();
        private final ChangeMemory memory;
        private final Consumer<? super T> consumer;
        private long version;
        private int count;

        Poll(Optional<StateStore.Entry> entry, Consumer<? super T> consumer) {
            this.memory = memory(entry);
            this.consumer = Objects.requireNonNull(consumer, "consumer");
            this.version = entry.map(StateStore.Entry::version).orElse(StateStore.ABSENT);
        }

        void deliver(T row, Instant modified) {
            long id = key.id().applyAsLong(row);
            if (!memory.isNew(id, modified, row.hashCode())) {
                return;
            }
            try {
                consumer.accept(row);
            } catch (RuntimeException e) {
                save();
                throw e;
            }
            memory.delivered(id, modified, row.hashCode());
            count++;
        }

        void save() {
            if (!store.replace(name, memory.write(), version, Optional.empty())) {
                throw new IllegalStateException("another poll of " + key.name() + " is under way");
            }
            version = store.find(name).map(StateStore.Entry::version).orElse(StateStore.ABSENT);
        }
    }
}
