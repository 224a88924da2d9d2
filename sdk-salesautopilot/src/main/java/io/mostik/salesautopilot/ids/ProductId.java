package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a product of the vendor's catalogue.
 *
 * @param value the number
 */
public record ProductId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public ProductId {
        if (value < 1) {
            throw new IllegalArgumentException("product id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProductId of(long value) {
        return new ProductId(value);
    }
}
