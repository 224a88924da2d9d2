package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When one request left, as the windows of its limits count it. It counts from the moment it is admitted and is dated to
 * its first byte, which on a new connection is later: two requests must not come closer at the vendor than they were paced.
 * Thread-safe.
 */
final class Departure {

    private static final long LOOK_AGAIN = 1_000_000;

    private final TimeSource time;
    private volatile boolean pending = true;
    private volatile long at;
    private @Nullable RateGovernor keeper;
    private long slot;

    Departure(TimeSource time) {
        this.time = time;
        this.at = time.nanoTime();
    }

    /** Returns the departure of the same request after it waited; the time that is kept for it stays. */
    Departure again() {
        Departure later = new Departure(time);
        later.keeper = keeper;
        later.slot = slot;
        return later;
    }

    /** The governor keeps this time for it. */
    void keep(RateGovernor governor, long time) {
        keeper = governor;
        slot = time;
    }

    /** Returns the time that this governor keeps for it. */
    OptionalLong keptBy(RateGovernor governor) {
        return governor.equals(keeper) ? OptionalLong.of(slot) : OptionalLong.empty();
    }

    /** Dates it to now; called right before the first byte, and when the exchange is over. Only the first call counts. */
    void left() {
        if (pending) {
            at = time.nanoTime();
            pending = false;
        }
    }

    /** Returns whether it is out of a window that ends now. One that has not left yet is not. */
    boolean isBefore(long now, long windowNanos) {
        return !pending && now - at >= windowNanos;
    }

    /** Returns how long it stays in such a window at least. */
    long remaining(long now, long windowNanos) {
        return Math.max(windowNanos - (now - at), pending ? LOOK_AGAIN : 1);
    }
}
