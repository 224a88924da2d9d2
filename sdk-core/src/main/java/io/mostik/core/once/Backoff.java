package io.mostik.core.once;

import java.time.Duration;

/** The pauses of a runner between its tries: 1, 2, 4 … 60 minutes. */
final class Backoff {

    private static final long LONGEST_MINUTES = 60;
    private static final int DOUBLINGS = 6;

    private Backoff() {}

    /** Returns the pause after so many tries. */
    static Duration pause(int tries) {
        long minutes = 1L << Math.min(Math.max(tries - 1, 0), DOUBLINGS);
        return Duration.ofMinutes(Math.min(minutes, LONGEST_MINUTES));
    }
}
