package io.mostik.core;

import java.util.concurrent.ThreadLocalRandom;

/** The versions that a {@link JdbcStateStore} gives. */
final class Versions {

    private static final int RANDOM_BITS = 19;

    private Versions() {}

    /** Returns a version of this millisecond, or the one above the known version where a clock was ahead. */
    static long next(long now, long known) {
        long fresh = now << RANDOM_BITS | ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
        return Math.max(fresh, known + 1);
    }
}
