package io.mostik.pbx;

import java.time.Duration;
import java.util.Objects;

/**
 * How to wait for a recording that a PBX does not have ready at the end of the call: as the vendor says, such as 40 seconds
 * for one vendor and a look a minute for another. Where nothing is known, a few looks within the first minutes cost little.
 *
 * @param first how long to wait before the first look
 * @param pause how long between two looks
 * @param looks how often to look at most
 */
public record RecordingWait(Duration first, Duration pause, int looks) {

    static final RecordingWait EACH_MINUTE = new RecordingWait(Duration.ZERO, Duration.ofMinutes(1), 10);

    /** Refuses times and counts that cannot be. */
    public RecordingWait {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(pause, "pause");
        if (first.isNegative()) {
            throw new IllegalArgumentException("first must not be negative");
        }
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("pause must be positive");
        }
        if (looks < 1) {
            throw new IllegalArgumentException("looks must be at least 1");
        }
    }

    /** Returns how long all looks take. */
    public Duration longest() {
        return first.plus(pause.multipliedBy(looks));
    }
}
