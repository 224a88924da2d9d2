package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Discount;
import io.mostik.remonline.common.Tax;
import io.mostik.remonline.common.Warranty;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A line of an order, an estimate, a booking or a sale. */
@Value.Immutable
@JsonDeserialize(builder = OrderItem.Builder.class)
public interface OrderItem extends Model {

    /** Returns its id. */
    long id();

    /** Returns the id of the executor. */
    OptionalLong assigneeId();

    /** Returns when it was added. */
    Optional<Instant> createdAt();

    /** Returns how many, to 3 decimals. */
    Optional<BigDecimal> quantity();

    /** Returns the price of one. */
    Optional<BigDecimal> price();

    /** Returns the cost, to 5 decimals; of one, as far as is known. */
    Optional<BigDecimal> cost();

    /** Returns the id of the price list used. */
    OptionalLong marginId();

    /** Returns whether stock is still to be written off. */
    @JsonProperty("is_deduction_required")
    Optional<Boolean> isDeductionRequired();

    /** Returns whether it was taken back. */
    @JsonProperty("is_refunded")
    Optional<Boolean> isRefunded();

    /** Returns the product, service or labour. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<ItemEntity> entity();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns where the pieces were taken from. */
    List<WriteOff> writeOffs();

    /** Returns the discount. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Discount> discount();

    /** Returns the warranty. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Warranty> warranty();

    /** Returns the taxes. */
    List<Tax> taxes();

    /** Returns when the goods expire. */
    Optional<Instant> expirationDate();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableOrderItem.Builder {
        Builder() {}
    }
}
