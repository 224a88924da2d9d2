package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a letter: the content that is sent.
 *
 * @param value the number
 */
public record LetterId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public LetterId {
        if (value < 1) {
            throw new IllegalArgumentException("letter id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static LetterId of(long value) {
        return new LetterId(value);
    }
}
