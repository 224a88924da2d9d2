package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of one line of an order; the vendor calls it {@code oi_id}.
 *
 * @param value the number
 */
public record OrderItemId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public OrderItemId {
        if (value < 1) {
            throw new IllegalArgumentException("orderItem id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static OrderItemId of(long value) {
        return new OrderItemId(value);
    }
}
