package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a segment, that is a saved filter on a list; the vendor calls it {@code nls_id}.
 *
 * @param value the number
 */
public record SegmentId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public SegmentId {
        if (value < 1) {
            throw new IllegalArgumentException("segment id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static SegmentId of(long value) {
        return new SegmentId(value);
    }
}
