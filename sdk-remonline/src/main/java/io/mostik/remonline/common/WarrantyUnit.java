package io.mostik.remonline.common;

import io.mostik.core.json.OpenValue;

/**
 * The unit of a warranty. An open set.
 *
 * @param value the vendor's word
 */
public record WarrantyUnit(String value) implements OpenValue {

    /** Days. */
    public static final WarrantyUnit DAYS = new WarrantyUnit("days");

    /** Months. */
    public static final WarrantyUnit MONTHS = new WarrantyUnit("months");

    /** Years. */
    public static final WarrantyUnit YEARS = new WarrantyUnit("years");

    /** Checks that there is a value. */
    public WarrantyUnit {
        OpenValue.check(value);
    }
}
