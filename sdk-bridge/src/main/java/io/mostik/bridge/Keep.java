package io.mostik.bridge;

import java.time.Duration;

/**
 * How long things are kept after an intent has ended.
 *
 * @param fields what was asked and what the vendor gave; 90 days by default
 * @param keys the document, its state and the digest of its content: as long as somebody may send it again; 5 years by
 *     default, about 200 bytes each
 */
public record Keep(Duration fields, Duration keys) {

    private static final Duration LEAST = Duration.ofDays(1);

    /** Checks that both are at least a day, and that keys are kept no shorter than fields. */
    public Keep {
        if (fields.compareTo(LEAST) < 0 || keys.compareTo(fields) < 0) {
            throw new IllegalArgumentException("fields must be kept for a day, and keys as long as fields");
        }
    }

    /** Returns 90 days and 5 years. */
    public static Keep usual() {
        return new Keep(Duration.ofDays(90), Duration.ofDays(5 * 365));
    }
}
