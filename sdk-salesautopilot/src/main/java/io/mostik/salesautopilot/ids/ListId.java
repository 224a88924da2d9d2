package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a list; the vendor calls it {@code nl_id} and prints it below the review of a form.
 *
 * @param value the number
 */
public record ListId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public ListId {
        if (value < 1) {
            throw new IllegalArgumentException("list id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static ListId of(long value) {
        return new ListId(value);
    }
}
