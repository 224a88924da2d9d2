package io.mostik.bridge.link;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/** Makes ids of runs that sort by time: 48 bits of milliseconds, 16 that count within them, and chance. Thread-safe. */
final class RunIds {

    private static final int COUNT_BITS = 16;

    private final SecureRandom random = new SecureRandom();
    private long last;

    /** Returns a new id of 26 characters. */
    synchronized String next(Instant now) {
        last = Math.max(last + 1, now.toEpochMilli() << COUNT_BITS);
        return String.format(Locale.ROOT, "%016X%010X", last, random.nextLong() & 0xFF_FFFF_FFFFL);
    }
}
