package io.mostik.core.http;

import java.util.concurrent.TimeUnit;

/**
 * How far apart the turns of a limit have to be, as the vendor's answers teach. Never closer than documented. Where the
 * vendor refuses although the limit was kept, turns come slower, and faster again with success. What a refusal costs is
 * weighed: where the vendor asks for a rest, a higher pace is tried only after ten times the rest and in small steps; that
 * time doubles with each refusal at the same pace, to two minutes or twenty rests at most. Where no rest is asked for, tries
 * cost a call each and are made at once. Not thread-safe: its governor locks.
 */
final class LearnedPace {

    private static final double SLOWER = 1.25;
    private static final double A_LITTLE_SLOWER = 1.06;
    private static final double MUCH_SLOWER = 2;
    private static final double SLOWEST = 10;
    private static final double FASTER = 0.005;
    private static final double A_LITTLE_FASTER = 0.0002;
    private static final double FASTER_PER_PATIENCE = 0.5;
    private static final double A_LITTLE_FASTER_PER_PATIENCE = 0.06;
    private static final double JUST_SLOWER_THAN_REFUSED = 1.03;
    private static final double JUST_FASTER_THAN_REFUSED = 0.98;
    private static final double FASTER_THAN_REFUSED = 0.8;
    private static final double THE_SAME = 1.1;
    private static final long RESTS_BEFORE_A_TRY = 10;
    private static final long LONGEST_DOUBLED = TimeUnit.MINUTES.toNanos(2);
    private static final int CONTENT = 100;

    private final long intervalNanos;
    private final long periodNanos;
    private double factor = 1;
    private double refusedAt = 1;
    private long acceptedSince;
    private long restNanos;
    private long patienceNanos;
    private long noSlowerBefore;
    private long noFasterBefore;

    /**
     * Starts as documented.
     *
     * @param intervalNanos distance of two turns as documented; 0 if turns are not paced
     * @param periodNanos the period of the limit
     */
    LearnedPace(long intervalNanos, long periodNanos, long now) {
        this.intervalNanos = intervalNanos;
        this.periodNanos = Math.max(periodNanos, TimeUnit.SECONDS.toNanos(1));
        this.noSlowerBefore = now;
        this.noFasterBefore = now;
    }

    /** Returns the distance of two turns. */
    long step() {
        return (long) (intervalNanos * factor);
    }

    /**
     * The vendor refused: the true limit is lower than the documented one. What was on its way meanwhile is the same refusal.
     *
     * @param given how long until all turns that were given out are over
     * @param rest how long the vendor asks to be left alone; 0 if it does not
     */
    void refused(long now, long given, long rest) {
        if (intervalNanos == 0 || now - noSlowerBefore < 0) {
            return;
        }
        boolean asBefore = factor < refusedAt * THE_SAME && factor > refusedAt / THE_SAME;
        long least = Nanos.times(rest, RESTS_BEFORE_A_TRY);
        long most = Math.max(LONGEST_DOUBLED, Nanos.times(least, 2));
        patienceNanos = Math.max(least, asBefore ? Math.min(2 * patienceNanos, most) : 0);
        restNanos = rest;
        refusedAt = factor;
        factor = Math.min(factor * (rest > 0 ? towardsAccepted() : slower()), SLOWEST);
        acceptedSince = 0;
        noSlowerBefore = now + Math.max(given, rest) + step();
        noFasterBefore = now + patienceNanos;
    }

    /** A refusal costs one call: so many steps as it takes. */
    private double slower() {
        return acceptedSince > CONTENT ? A_LITTLE_SLOWER : SLOWER;
    }

    /** A refusal costs a rest: to what the vendor took in one period, but not below half at once. */
    private double towardsAccepted() {
        double paced = (double) periodNanos / step();
        return Math.min(Math.max(paced / Math.max(acceptedSince, 1), A_LITTLE_SLOWER), MUCH_SLOWER);
    }

    void accepted(long now) {
        acceptedSince++;
        if (factor > 1 && now - noFasterBefore >= 0) {
            factor = Math.max(1, factor * (1 - gain()));
        }
    }

    /** Returns by what part turns come sooner after one that was taken: little where the vendor refused the last time. */
    private double gain() {
        double fastest = restNanos > 0 ? JUST_FASTER_THAN_REFUSED : FASTER_THAN_REFUSED;
        boolean nearTheLimit = factor < refusedAt * JUST_SLOWER_THAN_REFUSED && factor > refusedAt * fastest;
        double turn = step();
        return nearTheLimit
                ? Math.min(A_LITTLE_FASTER, A_LITTLE_FASTER_PER_PATIENCE * turn / patienceNanos)
                : Math.min(FASTER, FASTER_PER_PATIENCE * turn / Nanos.times(restNanos, RESTS_BEFORE_A_TRY));
    }
}
