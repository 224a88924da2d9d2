package io.mostik.bridge;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long things are kept after they ended.
 *
 * @param bodies what was told by events: the data of runs; 14 days by default
 * @param fields what was asked and what the vendor gave; 90 days by default
 * @param keys the document, its state and the digest of its content: as long as somebody may send it again; 5 years by
 *     default, about 200 bytes each
 * @param decisions what people decided; 5 years by default. The last one stays, and tells where the chain was cut
 */
public record Keep(Duration bodies, Duration fields, Duration keys, Duration decisions) {

    private static final Duration LEAST = Duration.ofDays(1);

    /** Checks that each is at least a day, and that keys are kept no shorter than fields. */
    public Keep {
        boolean isTooShort = Stream.of(bodies, fields, keys, decisions).anyMatch(each -> each.compareTo(LEAST) < 0);
        if (isTooShort || keys.compareTo(fields) < 0) {
            throw new IllegalArgumentException("each must be kept for a day, and keys as long as fields");
        }
    }

    /** Returns 14 days, 90 days, 5 years and 5 years. */
    public static Keep usual() {
        Duration years = Duration.ofDays(5 * 365);
        return new Keep(Duration.ofDays(14), Duration.ofDays(90), years, years);
    }
}
