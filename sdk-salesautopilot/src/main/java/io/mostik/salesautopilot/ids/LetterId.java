package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a letter: the content that is sent.
 *
 * @param value the number
 */
public record LetterId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public LetterId {
        if (value < 1) {
            throw new IllegalArgumentException("letter id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LetterId of(long value) {
        return new LetterId(value);
    }
}
