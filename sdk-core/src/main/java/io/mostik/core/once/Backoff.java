package io.mostik.core.once;

import java.time.Duration;
import java.time.Instant;

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

    /** Returns a planned write that did not happen: due again after its pause, or a dead letter after the last try. */
    static WriteRecord again(WriteRecord record, Instant now, int mostTries, Duration atLeast) {
        if (record.tries() >= mostTries) {
            return dead(record, now);
        }
        Duration pause = pause(record.tries());
        Duration longer = atLeast.compareTo(pause) > 0 ? atLeast : pause;
        return record.in(WriteState.PLANNED, now).with("next", now.plus(longer).toEpochMilli());
    }

    /** Returns a planned write as a dead letter. */
    static WriteRecord dead(WriteRecord record, Instant now) {
        return record.in(WriteState.REFUSED, now).with("next", null);
    }
}
