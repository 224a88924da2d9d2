package io.mostik.core.test;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The connection of one node to a store that others share: counts round trips, and does something before or after one of
 * them, such as to die, to fail, or to let another node run whole as if this one slept there. Thread-safe.
 */
public final class MortalStore implements StateStore {

    /** One point between two effects. Round trips are counted from 1. */
    public record Point(int trip, boolean isAfter) {

        /** Returns the point just before a round trip. */
        public static Point before(int trip) {
            return new Point(trip, false);
        }

        /** Returns the point just after a round trip. */
        public static Point after(int trip) {
            return new Point(trip, true);
        }

        @Override
        public String toString() {
            return (isAfter ? "after" : "before") + " round trip " + trip;
        }
    }

    private final StateStore store;
    private final AtomicInteger trips = new AtomicInteger();
    private final List<Integer> commits = new CopyOnWriteArrayList<>();
    private final Map<Point, Runnable> events = new ConcurrentHashMap<>();
    private volatile Optional<TimeSource> clock = Optional.empty();
    private volatile boolean dead;

    private MortalStore(StateStore store) {
        this.store = store;
    }

    /** Returns a connection to a store. */
    public static MortalStore over(StateStore store) {
        return new MortalStore(store);
    }

    /** Does something at a point, once. */
    public MortalStore at(Point point, Runnable event) {
        events.put(point, event);
        return this;
    }

    /** Ends the process at a point. */
    public MortalStore dieAt(Point point) {
        return at(point, this::die);
    }

    /** Ends the process now: this and every later use of the connection throws {@link ProcessDeath}. */
    public void die() {
        dead = true;
        throw new ProcessDeath();
    }

    /** Fails at a point: before a round trip it has no effect, after it only the answer is lost. */
    public MortalStore failAt(Point point) {
        return at(point, () -> {
            throw new StateStoreException("the state store is down");
        });
    }

    /** Shows another clock than the store's own, for stores whose clock no test can move. */
    public MortalStore clock(TimeSource other) {
        clock = Optional.of(other);
        return this;
    }

    /** Returns how many round trips there were. */
    public int trips() {
        return trips.get();
    }

    /** Returns which of the round trips were commits. */
    public List<Integer> commits() {
        return List.copyOf(commits);
    }

    @Override
    public Optional<Entry> find(String key) {
        return trip(() -> store.find(key));
    }

    @Override
    public List<Entry> findAll(Collection<String> keys) {
        return trip(() -> store.findAll(keys));
    }

    @Override
    public List<Entry> list(String prefix, String after, int atMost) {
        return trip(() -> store.list(prefix, after, atMost));
    }

    @Override
    public OptionalLong commit(List<Change> changes) {
        commits.add(trips.get() + 1);
        return trip(() -> store.commit(changes));
    }

    @Override
    public Instant now() {
        return clock.map(TimeSource::now).orElseGet(store::now);
    }

    private <T> T trip(Supplier<T> work) {
        if (dead) {
            throw new ProcessDeath();
        }
        int trip = trips.incrementAndGet();
        happen(Point.before(trip));
        T result = work.get();
        happen(Point.after(trip));
        return result;
    }

    private void happen(Point point) {
        Runnable event = events.remove(point);
        if (event != null) {
            event.run();
        }
    }
}
