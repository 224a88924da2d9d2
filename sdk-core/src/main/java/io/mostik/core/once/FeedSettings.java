package io.mostik.core.once;

import io.mostik.core.ProgressListener;
import java.time.Duration;
import java.time.Instant;

/**
 * How a feed reads.
 *
 * @param since where it starts when it has no state
 * @param overlap how far it looks back behind what it has seen
 * @param lease how long a reader that died keeps others out
 * @param everyRecord whether the state is kept after each record, not only after each page
 * @param listener is notified of polls
 * @param progress is notified how many records a poll has delivered
 */
record FeedSettings(
        Instant since,
        Duration overlap,
        Duration lease,
        boolean everyRecord,
        FeedListener listener,
        ProgressListener progress) {

    static final FeedSettings DEFAULT = new FeedSettings(
            Instant.EPOCH,
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            false,
            FeedListener.NONE,
            ProgressListener.none());

    FeedSettings {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("overlap must not be negative");
        }
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("lease must be positive");
        }
    }

    FeedSettings withSince(Instant first) {
        return new FeedSettings(first, overlap, lease, everyRecord, listener, progress);
    }

    FeedSettings withOverlap(Duration back) {
        return new FeedSettings(since, back, lease, everyRecord, listener, progress);
    }

    FeedSettings withLease(Duration length) {
        return new FeedSettings(since, overlap, length, everyRecord, listener, progress);
    }

    FeedSettings withEveryRecord() {
        return new FeedSettings(since, overlap, lease, true, listener, progress);
    }

    FeedSettings withListener(FeedListener newListener) {
        return new FeedSettings(since, overlap, lease, everyRecord, newListener, progress);
    }

    FeedSettings withProgress(ProgressListener newProgress) {
        return new FeedSettings(since, overlap, lease, everyRecord, listener, newProgress);
    }
}
