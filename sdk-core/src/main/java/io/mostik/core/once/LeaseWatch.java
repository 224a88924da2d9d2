package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Tells whether the lease of another is over: by the store's clock, or because the same version was watched for the whole
 * length by our own steady count. So a store clock that was ahead and was set back blocks nobody for longer than a lease.
 * One for each store and clock of a process. Thread-safe.
 */
final class LeaseWatch {

    private static final int MOST_WATCHED = 10_000;
    private static final Map<TimeSource, Map<StateStore, LeaseWatch>> WATCHES = new WeakHashMap<>();

    private final Map<String, Seen> watched = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST_WATCHED;
        }
    };

    private record Seen(long version, long since) {}

    private LeaseWatch() {}

    static LeaseWatch of(StateStore store, TimeSource time) {
        synchronized (WATCHES) {
            return WATCHES.computeIfAbsent(time, unused -> new WeakHashMap<>())
                    .computeIfAbsent(store, unused -> new LeaseWatch());
        }
    }

    /** Returns whether a lease that was taken at a time of the store's clock is over. */
    boolean isOver(Lent lent, Instant now, TimeSource time) {
        return !lent.at().plus(lent.length()).isAfter(now) || hasBeenWatched(lent, time.nanoTime());
    }

    /**
     * A lease of somebody else.
     *
     * @param key where it is stored
     * @param version the version of the entry
     * @param at when it was taken
     * @param length how long it lasts
     */
    record Lent(String key, long version, Instant at, Duration length) {}

    private synchronized boolean hasBeenWatched(Lent lent, long now) {
        Seen seen = watched.get(lent.key());
        if (seen == null || seen.version() != lent.version()) {
            watched.put(lent.key(), new Seen(lent.version(), now));
            return false;
        }
        return now - seen.since() >= lent.length().toNanos();
    }
}
