package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a category of products.
 *
 * @param value the number
 */
public record CategoryId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public CategoryId {
        if (value < 1) {
            throw new IllegalArgumentException("category id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static CategoryId of(long value) {
        return new CategoryId(value);
    }
}
