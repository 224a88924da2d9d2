package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.orders.EntityType;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A line to add to an estimate. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewLegacyEstimateItem.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewLegacyEstimateItem {

    /** Returns whether it is a product or a service; the vendor takes no other kind here. */
    EntityType type();

    /** Returns the id of the product or service. */
    long id();

    /** Returns how many. */
    BigDecimal quantity();

    /** Returns the price of one. */
    Optional<BigDecimal> price();

    /** Returns the cost of one unit, as far as is known. */
    Optional<BigDecimal> cost();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line to add. */
    final class Builder extends ImmutableNewLegacyEstimateItem.Builder {
        Builder() {}
    }
}
