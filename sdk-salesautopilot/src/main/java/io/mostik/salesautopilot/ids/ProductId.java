package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a product of the vendor's catalogue.
 *
 * @param value the number
 */
public record ProductId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public ProductId {
        if (value < 1) {
            throw new IllegalArgumentException("product id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static ProductId of(long value) {
        return new ProductId(value);
    }
}
