package io.mostik.salesautopilot.records;

import io.mostik.core.json.OpenValue;

/**
 * The status of an order. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record OrderStatus(String value) implements OpenValue {

    /** Ordered. */
    public static final OrderStatus ORDERED = new OrderStatus("1");

    /** Paid. */
    public static final OrderStatus PAID = new OrderStatus("2");

    /** Refunded. */
    public static final OrderStatus REFUNDED = new OrderStatus("3");

    /** The order was not finished. */
    public static final OrderStatus INCOMPLETE = new OrderStatus("4");

    /** Checks that there is a value. */
    public OrderStatus {
        OpenValue.check(value);
    }
}
