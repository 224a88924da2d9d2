package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The right of one thread, of all nodes that share a store, to do something for a while. It ends by {@link #close}, or by
 * itself when its length is over. The holder asks {@link #isHeld} before each step that must not be taken by two.
 * Thread-safe.
 *
 * <pre>{@code
 * Optional<Lease> lease = Lease.tryAcquire(store, time, "reports/nightly", Duration.ofMinutes(2));
 * if (lease.isPresent()) {
 *     try (Lease held = lease.get()) { … }
 * }
 * }</pre>
 */
public final class Lease implements AutoCloseable {

    private static final String PREFIX = "lease/";

    private final StateStore store;
    private final String key;
    private final HeldLease held;
    private volatile long version;
    private volatile boolean closed;
    private volatile @Nullable Future<?> renewal;

    private Lease(StateStore store, String key, HeldLease held, long version) {
        this.store = store;
        this.key = key;
        this.held = held;
        this.version = version;
    }

    /**
     * Takes a lease, unless another holds it.
     *
     * @param name 1 to 150 characters
     * @param length how long it lasts without renewal
     * @return the lease; empty while another thread or node holds it
     */
    public static Optional<Lease> tryAcquire(StateStore store, TimeSource time, String name, Duration length) {
        String key = PREFIX + OnceKeys.ref(name, false);
        HeldLease held = HeldLease.starting(time, length);
        Optional<Entry> known = store.find(key);
        long expected = known.map(Entry::version).orElse(StateStore.ABSENT);
        if (known.isPresent() && !isOver(store, time, known.get())) {
            return Optional.empty();
        }
        OptionalLong version = store.write(key, LeaseEntry.taken(store, length).text(), expected, Optional.empty());
        return version.isPresent() ? Optional.of(new Lease(store, key, held, version.getAsLong())) : Optional.empty();
    }

    /** Takes a lease, unless another holds it, and renews it in the background until it is closed. */
    public static Optional<Lease> tryAcquireRenewed(StateStore store, TimeSource time, String name, Duration length) {
        Optional<Lease> lease = tryAcquire(store, time, name, length);
        lease.ifPresent(taken -> taken.renewal = Heartbeat.every(length, taken::renew));
        return lease;
    }

    private static boolean isOver(StateStore store, TimeSource time, Entry known) {
        LeaseEntry lease = LeaseEntry.parse(known);
        LeaseWatch.Lent lent = new LeaseWatch.Lent(known.key(), known.version(), lease.at(), lease.length());
        return LeaseWatch.of(store, time).isOver(lent, store.now(), time);
    }

    /** Returns whether this is still the holder, as far as he can know without asking the store. */
    public boolean isHeld() {
        return !closed && held.isHeld();
    }

    /**
     * Renews the lease for its whole length.
     *
     * @return whether it is held; false if it was over, or another has taken it
     */
    public synchronized boolean renew() {
        if (!isHeld()) {
            return false;
        }
        Object mark = held.mark();
        OptionalLong next =
                store.write(key, LeaseEntry.taken(store, held.length()).text(), version, Optional.empty());
        if (next.isEmpty()) {
            closed = true;
            return false;
        }
        version = next.getAsLong();
        held.restart(mark);
        return true;
    }

    /** Returns the version under which it is held; grows with each holder and each renewal. */
    public long token() {
        return version;
    }

    /** Gives the lease back; one that cannot be given back ends by itself. Never throws. */
    @Override
    public synchronized void close() {
        Future<?> beat = renewal;
        if (beat != null) {
            beat.cancel(false);
        }
        if (!closed) {
            closed = true;
            try {
                boolean unused = store.remove(key, version);
            } catch (RuntimeException e) {
                OnceEvents.warn("a lease could not be given back; it ends by itself");
            }
        }
    }
}
