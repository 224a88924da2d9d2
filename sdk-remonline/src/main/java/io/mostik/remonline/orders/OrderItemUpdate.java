package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Discount;
import io.mostik.remonline.common.Warranty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Changes to a line; absent properties keep their value. */
@Value.Immutable
@JsonSerialize(as = ImmutableOrderItemUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface OrderItemUpdate {

    /** Returns the id of the product or service. */
    OptionalLong entityId();

    /** Returns the id of the executor. */
    OptionalLong assigneeId();

    /** Returns how many. */
    Optional<BigDecimal> quantity();

    /** Returns the price of one. */
    Optional<BigDecimal> price();

    /** Returns the cost of one unit. */
    Optional<BigDecimal> cost();

    /** Returns the discount. */
    Optional<Discount> discount();

    /** Returns the warranty. */
    Optional<Warranty> warranty();

    /** Returns the ids of the taxes. */
    List<Long> taxIds();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableOrderItemUpdate.Builder {
        Builder() {}
    }
}
