package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Who bears a discount. An open set.
 *
 * @param value the vendor's word
 */
public record DiscountSponsor(@JsonValue String value) {

    /** The employee: the discount lowers the base of the pay. */
    public static final DiscountSponsor STAFF = new DiscountSponsor("staff");

    /** The company: it does not. */
    public static final DiscountSponsor COMPANY = new DiscountSponsor("company");

    /** Refuses a missing word. */
    public DiscountSponsor {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the sponsor of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DiscountSponsor of(String value) {
        return new DiscountSponsor(value);
    }
}
