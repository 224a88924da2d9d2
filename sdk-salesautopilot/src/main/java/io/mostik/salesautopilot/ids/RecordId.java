package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a record, that is one row of a list: a subscriber, or an order in an order list.
 *
 * @param value the number
 */
public record RecordId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public RecordId {
        if (value < 1) {
            throw new IllegalArgumentException("record id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static RecordId of(long value) {
        return new RecordId(value);
    }
}
