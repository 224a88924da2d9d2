package io.mostik.salesautopilot.records;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Where an order stands. An open set: a value newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record OrderStatus(@JsonValue String value) {

    /** Ordered. */
    public static final OrderStatus ORDERED = new OrderStatus("1");

    /** Paid. */
    public static final OrderStatus PAID = new OrderStatus("2");

    /** Refunded. */
    public static final OrderStatus REFUNDED = new OrderStatus("3");

    /** The order was not finished. */
    public static final OrderStatus INCOMPLETE = new OrderStatus("4");

    /** Refuses a missing word. */
    public OrderStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrderStatus of(String value) {
        return new OrderStatus(value);
    }
}
