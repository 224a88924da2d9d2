package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a category of products.
 *
 * @param value the number
 */
public record CategoryId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public CategoryId {
        if (value < 1) {
            throw new IllegalArgumentException("category id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CategoryId of(long value) {
        return new CategoryId(value);
    }
}
