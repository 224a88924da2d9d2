package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a segment, that is a saved filter on a list; the vendor calls it {@code nls_id}.
 *
 * @param value the number
 */
public record SegmentId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public SegmentId {
        if (value < 1) {
            throw new IllegalArgumentException("segment id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SegmentId of(long value) {
        return new SegmentId(value);
    }
}
