package io.mostik.salesautopilot.coupons;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.salesautopilot.ids.ProductId;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A line of the order that a coupon is to be used for. */
@Value.Immutable
@JsonSerialize(as = ImmutableCouponLine.class)
public interface CouponLine {

    /** Returns the product. */
    @JsonProperty("prod_id")
    ProductId product();

    /** Returns the quantity. */
    int quantity();

    /** Returns the net unit price, where it differs from the catalogue. */
    Optional<BigDecimal> price();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableCouponLine.Builder {
        Builder() {}
    }
}
