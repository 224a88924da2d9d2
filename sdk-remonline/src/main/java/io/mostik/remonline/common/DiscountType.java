package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How a discount is told. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record DiscountType(@JsonValue String value) {

    /** A part of the price, in per cent. */
    public static final DiscountType PERCENTAGE = new DiscountType("percentage");

    /** An amount. */
    public static final DiscountType VALUE = new DiscountType("value");

    /** Refuses a missing word. */
    public DiscountType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the type of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DiscountType of(String value) {
        return new DiscountType(value);
    }
}
