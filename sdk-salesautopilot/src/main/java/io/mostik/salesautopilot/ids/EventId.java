package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a CRM task; the vendor calls it an event.
 *
 * @param value the number
 */
public record EventId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public EventId {
        if (value < 1) {
            throw new IllegalArgumentException("event id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static EventId of(long value) {
        return new EventId(value);
    }
}
