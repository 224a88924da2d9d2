package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Gives out turns for one limit, in the order of asking: even distances in time, and so many calls in flight. Slows down
 * when the vendor refuses although the limit was kept: in large steps until the vendor is content, in small ones when it
 * had been for long. Recovers soon, but feels its way where it was refused the last time. Thread-safe.
 */
final class RateGovernor {

    private static final double SLOWER = 1.25;
    private static final double A_LITTLE_SLOWER = 1.06;
    private static final double SLOWEST = 10;
    private static final double FASTER = 0.995;
    private static final double A_LITTLE_FASTER = 0.9998;
    private static final double JUST_SLOWER_THAN_REFUSED = 1.03;
    private static final double FASTER_THAN_REFUSED = 0.8;
    private static final int CONTENT = 100;

    private final TimeSource time;
    private final long intervalNanos;
    private final long slackNanos;
    private final Optional<Semaphore> inFlight;
    private double factor = 1;
    private double refusedAt = 1;
    private int acceptedSince;
    private long nextTurn;
    private long noSlowerBefore;

    RateGovernor(RateLimit limit, TimeSource time) {
        this.time = time;
        this.intervalNanos = interval(limit);
        this.slackNanos = intervalNanos * (limit.burst() / 2);
        this.inFlight = limit.atOnce() == 0 ? Optional.empty() : Optional.of(new Semaphore(limit.atOnce(), true));
        this.nextTurn = time.nanoTime() - slackNanos;
        this.noSlowerBefore = time.nanoTime();
    }

    /** Rounded up: a turn that comes a nanosecond early is one too many for a strict vendor. */
    private static long interval(RateLimit limit) {
        long period = limit.period().toNanos();
        return limit.calls() == 0 ? 0 : (period + limit.calls() - 1) / limit.calls();
    }

    Optional<Semaphore> inFlight() {
        return inFlight;
    }

    /**
     * Takes the next turn.
     *
     * @param patience longest wait that makes sense
     * @return how long to wait for it; empty if that is longer than the patience, and then no turn was taken
     */
    synchronized Optional<Duration> takeTurn(Duration patience) {
        if (intervalNanos == 0) {
            return Optional.of(Duration.ZERO);
        }
        long now = time.nanoTime();
        long turn = Math.max(nextTurn - now, -slackNanos);
        if (turn > patience.toNanos()) {
            return Optional.empty();
        }
        nextTurn = now + turn + (long) (intervalNanos * factor);
        return Optional.of(Duration.ofNanos(Math.max(turn, 0)));
    }

    /** Returns how long a turn asked for now would wait. */
    synchronized Duration untilNextTurn() {
        return Duration.ofNanos(Math.max(nextTurn - time.nanoTime(), 0));
    }

    /** The vendor refused: the true limit is lower than the documented one. Turns given out before a step do not count. */
    synchronized void refused() {
        long now = time.nanoTime();
        if (now - noSlowerBefore >= 0) {
            refusedAt = factor;
            factor = Math.min(factor * (acceptedSince > CONTENT ? A_LITTLE_SLOWER : SLOWER), SLOWEST);
            acceptedSince = 0;
            noSlowerBefore = now + Math.max(nextTurn - now, 0) + (long) (intervalNanos * factor);
        }
    }

    synchronized void accepted() {
        acceptedSince = Math.min(acceptedSince + 1, CONTENT + 1);
        if (factor > 1) {
            boolean nearTheLimit =
                    factor < refusedAt * JUST_SLOWER_THAN_REFUSED && factor > refusedAt * FASTER_THAN_REFUSED;
            factor = Math.max(1, factor * (nearTheLimit ? A_LITTLE_FASTER : FASTER));
        }
    }
}
