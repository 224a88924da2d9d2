package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A discount on a line. */
@Value.Immutable
@JsonDeserialize(builder = Discount.Builder.class)
@JsonSerialize(as = ImmutableDiscount.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Discount extends Model {

    /** Returns the unit of the discount. */
    Optional<DiscountType> type();

    /** Returns the part in per cent. */
    Optional<BigDecimal> percentage();

    /** Returns the amount in the account's currency. */
    Optional<BigDecimal> amount();

    /** Returns who bears it. */
    Optional<DiscountSponsor> sponsor();

    /** Returns the neutral value that the vendor wants where there is no discount. */
    static Discount none() {
        return builder()
                .type(DiscountType.PERCENTAGE)
                .percentage(BigDecimal.ZERO)
                .amount(BigDecimal.ZERO)
                .sponsor(DiscountSponsor.STAFF)
                .build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a discount. */
    final class Builder extends ImmutableDiscount.Builder {
        Builder() {}
    }
}
