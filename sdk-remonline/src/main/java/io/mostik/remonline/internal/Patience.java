package io.mostik.remonline.internal;

import io.mostik.core.http.RetryPolicy;
import java.time.Duration;

/** How long clients wait for a vendor that says "too many", as when several programs share a key. */
public final class Patience {

    /**
     * Four tries. After a 429 as many as the deadline has room for, at least 0.5, 1, 2 and 4 seconds apart, at most 8: of
     * three programs with one key each is refused up to four times in a row.
     */
    public static final RetryPolicy POLICY = policy();

    private static final int UNTIL_THE_DEADLINE = 100;

    private Patience() {}

    private static RetryPolicy policy() {
        RetryPolicy standard = RetryPolicy.standard();
        return new RetryPolicy(
                        4,
                        standard.firstPause(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(8),
                        standard.longestRetryAfter())
                .withThrottledAttempts(UNTIL_THE_DEADLINE);
    }
}
