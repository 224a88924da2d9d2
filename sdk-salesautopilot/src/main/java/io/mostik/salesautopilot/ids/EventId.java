package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a CRM task; the vendor calls it an event.
 *
 * @param value the number
 */
public record EventId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public EventId {
        if (value < 1) {
            throw new IllegalArgumentException("event id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EventId of(long value) {
        return new EventId(value);
    }
}
