package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come, together with the lease to move it. Both are one entry of the store: whoever has lost the
 * lease cannot move the position, since the entry has another version. The lease is renewed in the background until the
 * checkpoint is closed or finished. Thread-safe.
 *
 * <pre>{@code
 * Optional<Checkpoint> opened = Checkpoint.tryOpen(store, time, "erp/documents", Duration.ofMinutes(2));
 * if (opened.isPresent()) {
 *     try (Checkpoint checkpoint = opened.get()) {
 *         String next = read(checkpoint.position(), checkpoint::isHeld);
 *         boolean kept = checkpoint.finish(next);
 *     }
 * }
 * }</pre>
 *
 * <p>{@link Feed} does all of this for records with a time of change.
 */
public final class Checkpoint implements AutoCloseable {

    private final StateStore store;
    private final String key;
    private final HeldLease held;
    private volatile Optional<String> position;
    private volatile long version;
    private volatile boolean closed;
    private volatile @Nullable Future<?> renewal;

    private Checkpoint(StateStore store, String key, HeldLease held, Optional<String> position, long version) {
        this.store = store;
        this.key = key;
        this.held = held;
        this.position = position;
        this.version = version;
    }

    /**
     * Opens a checkpoint, unless another thread or node has it open. Costs two round trips to the store.
     *
     * @param key where position and lease are stored, at most {@value StateStore#LONGEST_KEY} characters
     * @param lease how long it stays open after its process has died
     * @return the checkpoint; empty while another thread or node has it open
     */
    public static Optional<Checkpoint> tryOpen(StateStore store, TimeSource time, String key, Duration lease) {
        HeldLease held = HeldLease.starting(time, lease);
        Optional<Entry> entry = store.find(StateStore.checkKey(key));
        CheckpointEntry known = entry.map(CheckpointEntry::parse).orElse(CheckpointEntry.NONE);
        if (entry.isPresent() && !known.isFree(entry.get(), store, time)) {
            return Optional.empty();
        }
        String taken = known.leased(LeaseEntry.taken(store, lease)).text();
        long expected = entry.map(Entry::version).orElse(StateStore.ABSENT);
        OptionalLong version = store.write(key, taken, expected, Optional.empty());
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint opened = new Checkpoint(store, key, held, known.position(), version.getAsLong());
        opened.renewal = Heartbeat.every(lease, opened::renew);
        return Optional.of(opened);
    }

    /** Returns the position that is stored, whoever has it open; empty if there is none. */
    public static Optional<String> peek(StateStore store, String key) {
        return store.find(StateStore.checkKey(key)).map(CheckpointEntry::parse).flatMap(CheckpointEntry::position);
    }

    /** Returns the position as it was when opened, or as saved since; empty if there is none yet. */
    public Optional<String> position() {
        return position;
    }

    /** Returns whether this is still the only reader, as far as it can know without asking the store. */
    public boolean isHeld() {
        return !closed && held.isHeld();
    }

    /**
     * Moves the position and renews the lease. Costs one round trip.
     *
     * @return whether it was moved; false if it is closed, or another has opened it meanwhile
     */
    public boolean save(String newPosition) {
        return write(Optional.of(Objects.requireNonNull(newPosition, "newPosition")), true);
    }

    /**
     * Moves the position for the last time and gives the lease back, in one round trip.
     *
     * @return whether it was moved; false if it is closed, or another has opened it meanwhile
     */
    public boolean finish(String newPosition) {
        return write(Optional.of(Objects.requireNonNull(newPosition, "newPosition")), false);
    }

    /** Gives the lease back; the position stays. A lease that cannot be given back ends by itself. Never throws. */
    @Override
    public void close() {
        try {
            boolean unused = position.isPresent() ? write(position, false) : forget();
        } catch (RuntimeException e) {
            OnceEvents.warn("a checkpoint could not be given back; its lease ends by itself");
        } finally {
            end();
        }
    }

    /**
     * Removes the position and gives the lease back: the next one to open it starts from the beginning.
     *
     * @return whether it was removed; false if it is closed, or another has opened it meanwhile
     */
    public synchronized boolean forget() {
        boolean removed = !closed && store.remove(key, version);
        end();
        return removed;
    }

    private synchronized void renew() {
        if (isHeld()) {
            boolean unused = write(position, true);
        }
    }

    private synchronized boolean write(Optional<String> newPosition, boolean keepsLease) {
        if (closed) {
            return false;
        }
        Object mark = held.mark();
        CheckpointEntry entry = keepsLease
                ? new CheckpointEntry(newPosition, Optional.of(LeaseEntry.taken(store, held.length())))
                : new CheckpointEntry(newPosition, Optional.empty());
        OptionalLong next = store.write(key, entry.text(), version, Optional.empty());
        if (next.isEmpty()) {
            end();
            return false;
        }
        position = newPosition;
        version = next.getAsLong();
        held.restart(mark);
        if (!keepsLease) {
            end();
        }
        return true;
    }

    private void end() {
        closed = true;
        Future<?> beat = renewal;
        if (beat != null) {
            beat.cancel(false);
        }
    }

    /** Returns where it is stored and whether it is held; the position may be confidential. */
    @Override
    public String toString() {
        return "Checkpoint[" + key + (isHeld() ? " held" : "") + "]";
    }
}
