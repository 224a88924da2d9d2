package io.mostik.core.http;

import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.RateLimitedException;
import io.mostik.core.SdkException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When and how soon a failed call is sent again. Whether it may be follows from its {@link Effect} and its
 * {@link Outcome}; a call that must not happen twice is never repeated unless it provably did not happen. Immutable.
 *
 * @param attempts how often a call is tried in all; 3 by default
 * @param firstPause longest pause before the second try; it doubles with each try, and the pause taken is random below
 *     it; 100 ms by default
 * @param throttledPause the same where the vendor is busy and does not say for how long; 1 s by default
 * @param longestPause upper bound of a pause that the vendor did not ask for; 20 s by default
 * @param longestRetryAfter longest wait that is accepted from the vendor; 60 s by default. A wait of zero says nothing
 *     about when, so the own pause is taken
 * @param throttledAttempts the same as {@code attempts} where the vendor refused a call as one too many, which proves that
 *     it was not done; as many by default. Where other programs share the vendor's limit more are needed
 */
public record RetryPolicy(
        int attempts,
        Duration firstPause,
        Duration throttledPause,
        Duration longestPause,
        Duration longestRetryAfter,
        int throttledAttempts) {

    private static final RetryPolicy STANDARD = new RetryPolicy(
            3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(60));
    private static final int MOST_DOUBLINGS = 20;

    /**
     * Creates a policy.
     *
     * @throws IllegalArgumentException if there is less than one attempt or a pause is negative
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1");
        }
        if (throttledAttempts < attempts) {
            throw new IllegalArgumentException("throttledAttempts must not be less than attempts");
        }
        notNegative("firstPause", firstPause);
        notNegative("throttledPause", throttledPause);
        notNegative("longestPause", longestPause);
        notNegative("longestRetryAfter", longestRetryAfter);
    }

    /**
     * Creates a policy that tries a call that was refused as one too many no more often than others.
     *
     * @throws IllegalArgumentException if there is less than one attempt or a pause is negative
     */
    public RetryPolicy(
            int attempts,
            Duration firstPause,
            Duration throttledPause,
            Duration longestPause,
            Duration longestRetryAfter) {
        this(attempts, firstPause, throttledPause, longestPause, longestRetryAfter, attempts);
    }

    /** Returns the default policy. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /** Returns the policy that never repeats. */
    public static RetryPolicy none() {
        return STANDARD.withAttempts(1);
    }

    /** Returns this policy with another number of tries. */
    public RetryPolicy withAttempts(int newAttempts) {
        return new RetryPolicy(newAttempts, firstPause, throttledPause, longestPause, longestRetryAfter);
    }

    /** Returns this policy with another first pause. */
    public RetryPolicy withFirstPause(Duration pause) {
        return new RetryPolicy(attempts, pause, throttledPause, longestPause, longestRetryAfter, throttledAttempts);
    }

    /** Returns this policy with another number of tries where the vendor refuses a call as one too many. */
    public RetryPolicy withThrottledAttempts(int newAttempts) {
        return new RetryPolicy(attempts, firstPause, throttledPause, longestPause, longestRetryAfter, newAttempts);
    }

    /**
     * Returns whether a call with this effect may be sent again after this failure. The whole rule, in one place.
     */
    public static boolean repeatable(Effect effect, SdkException failure) {
        if (failure.failure().cancelled()) {
            return false;
        }
        boolean temporary = failure.failure().temporary();
        return switch (failure.outcome()) {
            case NOT_SENT, REJECTED -> temporary;
            case APPLIED -> temporary && effect == Effect.READ;
            case UNKNOWN -> temporary && effect != Effect.ONCE;
        };
    }

    /**
     * Returns how long to pause before the next try, or nothing if there is to be none.
     *
     * @param attempt number of the try that failed, from 1
     */
    Optional<Duration> pauseAfter(Effect effect, SdkException failure, int attempt, RandomGenerator random) {
        boolean throttled = failure instanceof RateLimitedException;
        int most = throttled && failure.outcome() == Outcome.REJECTED ? throttledAttempts : attempts;
        if (attempt >= most || !repeatable(effect, failure) || decodesTheSame(effect, failure, attempt)) {
            return Optional.empty();
        }
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (!asked.isZero()) {
            return failure.retryAfter().filter(wait -> wait.compareTo(longestRetryAfter) <= 0);
        }
        Duration base = throttled ? throttledPause : firstPause;
        long bound = Nanos.times(Nanos.of(base), 1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        long longest = Math.min(bound, Nanos.of(longestPause));
        return Optional.of(
                Duration.ofNanos(longest == 0 ? 0 : random.nextLong(longest / (throttled ? 2 : 10), longest + 1)));
    }

    /** A whole answer that cannot be decoded is not asked for again by a write, and once more by a read. */
    private static boolean decodesTheSame(Effect effect, SdkException failure, int attempt) {
        return failure instanceof DecodingException && (effect != Effect.READ || attempt > 1);
    }

    private static void notNegative(String name, Duration pause) {
        Objects.requireNonNull(pause, name);
        if (pause.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative");
        }
    }
}
