package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of the timing of a letter: the number behind {@code #} in the vendor's web application.
 *
 * @param value the number
 */
public record SendId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public SendId {
        if (value < 1) {
            throw new IllegalArgumentException("send id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static SendId of(long value) {
        return new SendId(value);
    }
}
