package io.mostik.core.once;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * A lease as its holder counts it: from before he asked for it, by the steady count and by the time of day, whichever is
 * over first. The steady count stands still while a machine is suspended; the time of day may be set.
 */
final class HeldLease {

    private final TimeSource time;
    private final Duration length;
    private volatile Start start;

    private record Start(long nanos, Instant instant) {}

    private HeldLease(TimeSource time, Duration length) {
        this.time = time;
        this.length = length;
        this.start = now();
    }

    /** Starts to count. Must be called before the store is asked. */
    static HeldLease starting(TimeSource time, Duration length) {
        return new HeldLease(time, length);
    }

    boolean isHeld() {
        return !hasLasted(length);
    }

    /** Returns whether half of the lease is over. */
    boolean isOld() {
        return hasLasted(length.dividedBy(2));
    }

    Duration length() {
        return length;
    }

    /** Returns a count for {@link #restart}, taken before the store is asked to renew. */
    Object mark() {
        return now();
    }

    /** Counts from a mark, after the store has renewed the lease. */
    void restart(Object mark) {
        start = (Start) mark;
    }

    private boolean hasLasted(Duration limit) {
        Start since = start;
        boolean steady = time.nanoTime() - since.nanos() >= limit.toNanos();
        return steady || Duration.between(since.instant(), time.now()).compareTo(limit) >= 0;
    }

    private Start now() {
        return new Start(time.nanoTime(), time.now());
    }
}
