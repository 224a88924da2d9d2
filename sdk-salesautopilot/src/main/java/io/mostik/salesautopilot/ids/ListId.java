package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a list; the vendor calls it {@code nl_id} and prints it below the review of a form.
 *
 * @param value the number
 */
public record ListId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public ListId {
        if (value < 1) {
            throw new IllegalArgumentException("list id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ListId of(long value) {
        return new ListId(value);
    }
}
