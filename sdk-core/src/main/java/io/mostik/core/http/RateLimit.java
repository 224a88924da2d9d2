package io.mostik.core.http;

import java.time.Duration;
import java.util.Objects;

/**
 * How many calls a vendor takes. Calls are paced: each gets a turn, and turns come at even distances, so that the
 * vendor's own limit is not met. No window of the period ever holds more calls than this, also not after a time in
 * which the vendor was slow. Shared by all clients of the same credential and host in a runtime; see {@link RateGate}
 * for several processes. Immutable.
 *
 * @param calls so many calls, 0 for any number
 * @param period in this time
 * @param burst how many calls may leave at once after a while without any; 1 for none
 * @param atOnce so many calls in flight, 0 for any number
 */
public record RateLimit(int calls, Duration period, int burst, int atOnce) {

    private static final RateLimit NONE = new RateLimit(0, Duration.ofSeconds(1), 1, 0);

    /**
     * Creates a limit.
     *
     * @throws IllegalArgumentException if a number is negative or the period is empty
     */
    public RateLimit {
        Objects.requireNonNull(period, "period");
        if (calls < 0 || burst < 1 || atOnce < 0) {
            throw new IllegalArgumentException("calls and atOnce must not be negative, burst must be at least 1");
        }
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("period must be positive");
        }
    }

    /** Returns no limit. */
    public static RateLimit none() {
        return NONE;
    }

    /** Returns a limit of this many calls per second, evenly spaced. */
    public static RateLimit perSecond(int calls) {
        return per(calls, Duration.ofSeconds(1));
    }

    /** Returns a limit of this many calls per period, evenly spaced. */
    public static RateLimit per(int calls, Duration period) {
        return new RateLimit(calls, period, 1, 0);
    }

    /** Returns this limit with bursts: after a quiet time, up to this many calls leave at once. */
    public RateLimit withBurst(int turns) {
        return new RateLimit(calls, period, turns, atOnce);
    }

    /** Returns this limit with at most this many calls in flight. */
    public RateLimit withAtOnce(int calls) {
        return new RateLimit(this.calls, period, burst, calls);
    }

    boolean limitsNothing() {
        return calls == 0 && atOnce == 0;
    }
}
