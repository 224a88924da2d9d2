package io.mostik.salesautopilot.coupons;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A coupon that can be used. Checking it does not redeem it. */
@Value.Immutable
@JsonDeserialize(builder = Coupon.Builder.class)
public interface Coupon extends Model {

    /** Returns its id. */
    long id();

    /** Returns its type. */
    OptionalLong type();

    /** Returns the net discount. */
    @JsonProperty("netto_discount")
    Optional<BigDecimal> netDiscount();

    /** Returns the gross discount. */
    @JsonProperty("brutto_discount")
    Optional<BigDecimal> grossDiscount();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableCoupon.Builder {
        Builder() {}
    }
}
