package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * In what a warranty is counted. An open set.
 *
 * @param value the vendor's word
 */
public record WarrantyUnit(@JsonValue String value) {

    /** Days. */
    public static final WarrantyUnit DAYS = new WarrantyUnit("days");

    /** Months. */
    public static final WarrantyUnit MONTHS = new WarrantyUnit("months");

    /** Years. */
    public static final WarrantyUnit YEARS = new WarrantyUnit("years");

    /** Refuses a missing word. */
    public WarrantyUnit {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the unit of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WarrantyUnit of(String value) {
        return new WarrantyUnit(value);
    }
}
