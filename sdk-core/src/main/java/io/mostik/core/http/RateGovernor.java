package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one limit. Gives out turns in the order of asking, at even distances in time; a call that comes with its turn still
 * has to {@linkplain #claim claim} it right before it leaves, and there it holds for certain: never more departures in any
 * window of the period than the limit says, however long calls were held up after they got their turns. Slows down when the
 * vendor refuses although the limit was kept: in large steps until the vendor is content, in small ones when it had been for
 * long. Recovers soon, but feels its way where it was refused the last time. Thread-safe.
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
    private final int calls;
    private final long periodNanos;
    private final long intervalNanos;
    private final long slackNanos;
    private final Optional<Permits> inFlight;
    private final Deque<Departure> window = new ArrayDeque<>();
    private double factor = 1;
    private double refusedAt = 1;
    private int acceptedSince;
    private long nextTurn;
    private long nextDeparture;
    private long notBefore;
    private long noSlowerBefore;

    RateGovernor(RateLimit limit, TimeSource time) {
        this.time = time;
        this.intervalNanos = interval(limit);
        this.calls = limit.calls();
        this.periodNanos = Nanos.of(limit.period());
        this.slackNanos = Nanos.times(intervalNanos, limit.burst() - 1);
        this.inFlight = limit.atOnce() == 0 ? Optional.empty() : Optional.of(Permits.of(limit.atOnce()));
        this.nextTurn = time.nanoTime();
        this.nextDeparture = nextTurn;
        this.notBefore = time.nanoTime();
        this.noSlowerBefore = time.nanoTime();
    }

    /** Rounded up: a turn that comes a nanosecond early is one too many for a strict vendor. */
    private static long interval(RateLimit limit) {
        long period = Nanos.of(limit.period());
        return limit.calls() == 0 ? 0 : (period - 1) / limit.calls() + 1;
    }

    Optional<Permits> inFlight() {
        return inFlight;
    }

    /**
     * Takes the next turn.
     *
     * @param patience longest wait that makes sense
     * @return how long to wait for it; empty if that is longer than the patience, and then no turn was taken
     */
    synchronized Optional<Duration> takeTurn(Duration patience) {
        long now = time.nanoTime();
        long held = Math.max(notBefore - now, 0);
        long turn = intervalNanos == 0 ? held : Math.max(Math.max(nextTurn - now, -slackNanos), notBefore - now);
        if (turn > 0 && turn > Nanos.of(patience)) {
            return Optional.empty();
        }
        if (intervalNanos > 0) {
            nextTurn = now + turn + step();
        }
        return Optional.of(Duration.ofNanos(Math.max(turn, 0)));
    }

    /** Returns how long a turn asked for now would wait. */
    synchronized Duration untilNextTurn() {
        long now = time.nanoTime();
        long turn = intervalNanos == 0 ? 0 : nextTurn - now;
        return Duration.ofNanos(Math.max(Math.max(turn, notBefore - now), 0));
    }

    /**
     * Lets a request leave if all limits allow it now, and counts it in all of them; in none if one of them does not.
     *
     * @return zero, or after how many nanoseconds to ask again
     */
    static long claim(List<RateGovernor> all, Departure departure, long now) {
        return claim(all, 0, departure, now);
    }

    /** Locks one inside the other, always in the order of the list: the limit of the endpoint, then that of the credential. */
    private static long claim(List<RateGovernor> all, int index, Departure departure, long now) {
        if (index == all.size()) {
            return 0;
        }
        RateGovernor governor = all.get(index);
        synchronized (governor) {
            long wait = governor.untilFree(now);
            long others = wait > 0 ? wait : claim(all, index + 1, departure, now);
            if (others == 0) {
                governor.depart(departure, now);
            } else {
                governor.heldUp(others);
            }
            return others;
        }
    }

    /** One interval of lateness is forgiven, so that a thread that wakes late does not slow the others down. */
    private long untilFree(long now) {
        long wait = Math.max(notBefore - now, 0);
        if (intervalNanos == 0) {
            return wait;
        }
        wait = Math.max(wait, nextDeparture - Math.max(slackNanos, step()) - now);
        for (Departure oldest = window.peek();
                oldest != null && oldest.isBefore(now, periodNanos);
                oldest = window.peek()) {
            window.remove();
        }
        Departure oldest = window.peek();
        return oldest == null || window.size() < calls ? wait : Math.max(wait, oldest.remaining(now, periodNanos));
    }

    private void depart(Departure departure, long now) {
        if (intervalNanos > 0) {
            nextDeparture = Math.max(nextDeparture, now) + step();
            window.add(departure);
        }
    }

    /** Turns that are not given out yet come later by as much as this one does. */
    private void heldUp(long wait) {
        if (intervalNanos > 0) {
            nextTurn = Math.max(nextTurn, time.nanoTime() - slackNanos) + Math.min(wait, intervalNanos);
        }
    }

    private long step() {
        return (long) (intervalNanos * factor);
    }

    /** The vendor asked to be left alone for so long: no call of this limit leaves earlier. */
    synchronized void holdBack(Duration pause) {
        notBefore = Math.max(notBefore, time.nanoTime() + Nanos.of(pause));
    }

    /** The vendor refused: the true limit is lower than the documented one. Turns given out before a step do not count. */
    synchronized void refused() {
        long now = time.nanoTime();
        if (now - noSlowerBefore >= 0) {
            refusedAt = factor;
            factor = Math.min(factor * (acceptedSince > CONTENT ? A_LITTLE_SLOWER : SLOWER), SLOWEST);
            acceptedSince = 0;
            noSlowerBefore = now + Math.max(nextTurn - now, 0) + step();
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
