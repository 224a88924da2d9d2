package io.mostik.remonline.common;

import io.mostik.core.json.OpenValue;

/**
 * The party that pays for a discount. An open set.
 *
 * @param value the vendor's word
 */
public record DiscountSponsor(String value) implements OpenValue {

    /** The employee: the discount lowers the base of the pay. */
    public static final DiscountSponsor STAFF = new DiscountSponsor("staff");

    /** The company: it does not. */
    public static final DiscountSponsor COMPANY = new DiscountSponsor("company");

    /** Checks that there is a value. */
    public DiscountSponsor {
        OpenValue.check(value);
    }
}
