package io.mostik.core.http;

import java.time.Duration;

/**
 * Nanoseconds that stop at the largest count there is instead of overflowing: a deadline of centuries is a caller's way to
 * say "no deadline".
 */
final class Nanos {

    /** Half of what a long holds, so that a point in time can be added; 146 years. */
    private static final long MOST = Long.MAX_VALUE / 2;

    private static final Duration LONGEST = Duration.ofNanos(MOST);

    private Nanos() {}

    static long of(Duration duration) {
        if (duration.compareTo(LONGEST) >= 0) {
            return MOST;
        }
        return duration.isNegative() && duration.compareTo(LONGEST.negated()) <= 0 ? -MOST : duration.toNanos();
    }

    static long times(long nanos, long factor) {
        long product = Math.multiplyHigh(nanos, factor) == 0 ? nanos * factor : MOST;
        return product < 0 || product > MOST ? MOST : product;
    }
}
