package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps one limit. Gives out turns in the order of asking, at even distances in time; a call that comes with its turn still
 * has to {@linkplain #claim claim} it right before it leaves, and there it holds for certain: never more departures in any
 * window of the period than the limit says, however long calls were held up after they got their turns. Slows down when the
 * vendor refuses although the limit was kept, as {@link LearnedPace} says. Thread-safe.
 */
final class RateGovernor {

    private final TimeSource time;
    private final int calls;
    private final long periodNanos;
    private final long intervalNanos;
    private final long slackNanos;
    private final Optional<Permits> inFlight;
    private final Deque<Departure> window = new ArrayDeque<>();
    private final LearnedPace pace;
    private long nextTurn;
    private long nextDeparture;
    private long notBefore;
    private long putOff;

    RateGovernor(RateLimit limit, TimeSource time) {
        this.time = time;
        this.intervalNanos = interval(limit);
        this.calls = limit.calls();
        this.periodNanos = Nanos.of(limit.period());
        this.slackNanos = Nanos.times(intervalNanos, limit.burst() - 1);
        this.inFlight = limit.atOnce() == 0 ? Optional.empty() : Optional.of(Permits.of(limit.atOnce()));
        this.nextTurn = time.nanoTime();
        this.nextDeparture = nextTurn;
        this.notBefore = nextTurn;
        this.pace = new LearnedPace(intervalNanos, periodNanos, nextTurn);
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
            nextTurn = now + turn + pace.step();
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
            long wait = governor.untilFree(departure, now);
            if (wait > 0) {
                governor.holdUp(departure, wait, now);
                return wait;
            }
            long others = claim(all, index + 1, departure, now);
            if (others == 0) {
                governor.depart(departure, now);
            } else {
                governor.putOff(Math.min(others, governor.intervalNanos), now);
            }
            return others;
        }
    }

    private long untilFree(Departure departure, long now) {
        long wait = Math.max(notBefore - now, 0);
        if (intervalNanos == 0) {
            return wait;
        }
        long slot = isKept(departure, now) ? departure.keptBy(this).orElseThrow() : nextDeparture - forgiven();
        wait = Math.max(wait, slot - now);
        for (Departure oldest = window.peek();
                oldest != null && oldest.isBefore(now, periodNanos);
                oldest = window.peek()) {
            window.remove();
        }
        Departure oldest = window.peek();
        return oldest == null || window.size() < calls ? wait : Math.max(wait, oldest.remaining(now, periodNanos));
    }

    /** One interval of lateness is forgiven, so that a thread that wakes late does not slow the others down. */
    private long forgiven() {
        return Math.max(slackNanos, pace.step());
    }

    private boolean isKept(Departure departure, long now) {
        OptionalLong slot = departure.keptBy(this);
        return slot.isPresent() && slot.getAsLong() - notBefore >= 0 && now - slot.getAsLong() <= forgiven();
    }

    private void depart(Departure departure, long now) {
        if (intervalNanos > 0) {
            if (!isKept(departure, now)) {
                nextDeparture = Math.max(nextDeparture, now) + pace.step();
                putOff = 0;
            }
            window.add(departure);
        }
    }

    /** Keeps a time for a call that came too early, so that none that comes after it leaves in its place. */
    private void holdUp(Departure departure, long wait, long now) {
        if (intervalNanos > 0 && !isKept(departure, now)) {
            departure.keep(this, now + wait);
            nextDeparture = Math.max(nextDeparture, now + wait) + pace.step();
            putOff(wait - putOff, now);
            putOff = Math.max(putOff, wait);
        }
    }

    /** Turns that are not given out yet come later by as much as those do that are: a delay of all of them counts once. */
    private void putOff(long delay, long now) {
        if (intervalNanos > 0 && delay > 0) {
            nextTurn = Math.max(nextTurn, now - slackNanos) + delay;
        }
    }

    /** The vendor asked to be left alone for so long: no call of this limit leaves earlier, and no burst right after it. */
    synchronized void holdBack(Duration pause) {
        long now = time.nanoTime();
        long rested = Math.max(notBefore, now);
        notBefore = Math.max(notBefore, now + Nanos.of(pause));
        if (intervalNanos > 0 && notBefore > rested) {
            nextDeparture = Math.max(nextDeparture, notBefore + slackNanos);
            if (nextTurn - now > pace.step()) {
                putOff(notBefore - rested, now);
                putOff = Math.max(putOff, notBefore - now);
            } else { // nobody waits for a turn
                nextTurn = Math.max(nextTurn, notBefore);
            }
        }
    }

    /**
     * The vendor refused. Turns given out before do not count a second time.
     *
     * @param rest how long it asks to be left alone; zero if it does not say
     */
    synchronized void refused(Duration rest) {
        long now = time.nanoTime();
        pace.refused(now, Math.max(nextTurn - now, 0), Nanos.of(rest));
    }

    synchronized void accepted() {
        pace.accepted(time.nanoTime());
    }
}
