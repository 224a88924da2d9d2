package io.mostik.core.once;

import java.time.Duration;
import java.time.Instant;

/**
 * How a feed reads.
 *
 * @param since where it starts when it has no state
 * @param overlap how far it looks back behind what it has seen
 * @param lease how long a reader that died keeps others out
 * @param everyRecord whether the state is kept after each record, not only after each page
 */
record FeedSettings(Instant since, Duration overlap, Duration lease, boolean everyRecord) {

    static final FeedSettings DEFAULT =
            new FeedSettings(Instant.EPOCH, Duration.ofMinutes(2), Duration.ofMinutes(2), false);

    FeedSettings {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("overlap must not be negative");
        }
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("lease must be positive");
        }
    }
}
