package io.mostik.core.test;

import io.mostik.core.StateStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A shared store as one node sees it: counts the node's round trips, and lets something happen before or after one of
 * them, such as the death of the node. Thread-safe.
 */
public final class NodeStore implements StateStore {

    private final StateStore shared;
    private final Map<Point, Runnable> events = new ConcurrentHashMap<>();
    private int trips;
    private boolean dead;

    /** When something happens: before or after a round trip, counted from 0. */
    public record Point(int trip, boolean before) {}

    /** The process of the node was killed: nothing of it runs any more. */
    public static final class NodeDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    public NodeStore(StateStore shared) {
        this.shared = Objects.requireNonNull(shared, "shared");
    }

    /** Lets something happen at a point. */
    public NodeStore at(Point point, Runnable event) {
        events.put(point, event);
        return this;
    }

    /** Lets the node die at a point: this and every later use of the store fails. */
    public NodeStore dyingAt(Point point) {
        return at(point, () -> {
            die();
            throw new NodeDied();
        });
    }

    /** Lets the node die now: every later use of the store fails. */
    public synchronized void die() {
        dead = true;
    }

    /** Returns whether the node has died. */
    public synchronized boolean isDead() {
        return dead;
    }

    /** Returns how many round trips the node has made. */
    public synchronized int trips() {
        return trips;
    }

    @Override
    public Optional<Entry> find(String key) {
        return trip(() -> shared.find(key));
    }

    @Override
    public List<Entry> findAll(Collection<String> keys) {
        return trip(() -> shared.findAll(keys));
    }

    @Override
    public List<Entry> list(String prefix, String after, int atMost) {
        return trip(() -> shared.list(prefix, after, atMost));
    }

    @Override
    public OptionalLong commit(List<Change> changes) {
        return trip(() -> shared.commit(changes));
    }

    @Override
    public Instant now() {
        return shared.now();
    }

    private <T> T trip(Supplier<T> work) {
        int trip = begin();
        happen(new Point(trip, true));
        T result = work.get();
        happen(new Point(trip, false));
        return result;
    }

    private synchronized int begin() {
        if (dead) {
            throw new NodeDied();
        }
        trips++;
        return trips - 1;
    }

    private void happen(Point point) {
        Runnable event = events.get(point);
        if (event != null) {
            event.run();
        }
    }
}
