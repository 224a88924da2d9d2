package io.mostik.remonline.common;

import io.mostik.core.json.OpenValue;

/**
 * The unit of a discount. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record DiscountType(String value) implements OpenValue {

    /** A part of the price, in per cent. */
    public static final DiscountType PERCENTAGE = new DiscountType("percentage");

    /** An amount. */
    public static final DiscountType VALUE = new DiscountType("value");

    /** Checks that there is a value. */
    public DiscountType {
        OpenValue.check(value);
    }
}
