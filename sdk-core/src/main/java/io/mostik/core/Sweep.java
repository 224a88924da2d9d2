package io.mostik.core;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Says when old rows are deleted: once every 1,000 commits, counted from anywhere, so that short processes do it too. */
final class Sweep {

    private static final int PERIOD = 1_000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final AtomicInteger commits =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PERIOD));
    private final boolean isWanted;

    private Sweep(boolean isWanted) {
        this.isWanted = isWanted;
    }

    Sweep() {
        this(true);
    }

    /** For transactions of the embedder, which must not lock rows that they do not need. */
    static Sweep never() {
        return new Sweep(false);
    }

    /** Counts a commit. */
    boolean isDue() {
        return isWanted && commits.incrementAndGet() % PERIOD == 0;
    }

    /** The last millisecond of what is deleted. */
    static long until(long now) {
        return now - KEPT.toMillis();
    }
}
