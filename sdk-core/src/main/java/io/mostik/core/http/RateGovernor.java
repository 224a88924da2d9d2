package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Gives out turns for one limit, in the order of asking: even distances in time, and so many calls in flight. Slows down
 * when the vendor refuses although the limit was kept, and recovers by and by. Thread-safe.
 */
final class RateGovernor {

    private static final double SLOWER = 1.25;
    private static final double SLOWEST = 10;
    private static final double FASTER = 0.995;

    private final TimeSource time;
    private final long intervalNanos;
    private final long slackNanos;
    private final Optional<Semaphore> inFlight;
    private double factor = 1;
    private long nextTurn;
    private long noSlowerBefore;

    RateGovernor(RateLimit limit, TimeSource time) {
        this.time = time;
        this.intervalNanos = limit.calls() == 0 ? 0 : limit.period().toNanos() / limit.calls();
        this.slackNanos = intervalNanos * (limit.burst() / 2);
        this.inFlight = limit.atOnce() == 0 ? Optional.empty() : Optional.of(new Semaphore(limit.atOnce(), true));
        this.nextTurn = time.nanoTime() - slackNanos;
        this.noSlowerBefore = time.nanoTime();
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

    /** The vendor refused: the true limit is lower than the documented one. One step per interval is enough. */
    synchronized void refused() {
        long now = time.nanoTime();
        if (now - noSlowerBefore >= 0) {
            factor = Math.min(factor * SLOWER, SLOWEST);
            noSlowerBefore = now + (long) (intervalNanos * factor);
        }
    }

    synchronized void accepted() {
        if (factor > 1) {
            factor = Math.max(1, factor * FASTER);
        }
    }
}
