package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Discount;
import io.mostik.remonline.common.Warranty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A line to add. What the vendor requires and most callers do not care about is neutral by default: no discount, no
 * warranty.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNewOrderItem.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewOrderItem {

    /** Returns the id of the product or service. */
    long entityId();

    /** Returns the id of the executor. */
    long assigneeId();

    /** Returns how many. */
    BigDecimal quantity();

    /** Returns the price of one. */
    BigDecimal price();

    /** Returns the cost of one unit; 0 by default. */
    @Value.Default
    default BigDecimal cost() {
        return BigDecimal.ZERO;
    }

    /** Returns the discount; none by default, that is 0 per cent borne by the staff. */
    @Value.Default
    default Discount discount() {
        return Discount.none();
    }

    /** Returns the warranty; none by default, that is 0 days. */
    @Value.Default
    default Warranty warranty() {
        return Warranty.none();
    }

    /** Returns the ids of the taxes. */
    List<Long> taxIds();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableNewOrderItem.Builder {
        Builder() {}
    }
}
