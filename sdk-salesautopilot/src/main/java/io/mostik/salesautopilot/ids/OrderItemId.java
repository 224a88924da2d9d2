package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of one line of an order; the vendor calls it {@code oi_id}.
 *
 * @param value the number
 */
public record OrderItemId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public OrderItemId {
        if (value < 1) {
            throw new IllegalArgumentException("orderItem id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrderItemId of(long value) {
        return new OrderItemId(value);
    }
}
