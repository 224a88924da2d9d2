package io.mostik.remonline.legacy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A line of a sale. The price is of one, discount already taken off. */
@Value.Immutable
@JsonDeserialize(builder = LegacySaleLine.Builder.class)
public interface LegacySaleLine extends Model {

    /** Returns its name. */
    Optional<String> title();

    /** Returns the code. */
    Optional<String> code();

    /** Returns the article. */
    Optional<String> article();

    /** Returns its kind by the vendor's number; 0 is a product. */
    OptionalInt type();

    /** Returns whether it is a service. */
    Optional<Boolean> service();

    /** Returns the unit of measure. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Unit> uom();

    /** Returns how many; may be a fraction. */
    Optional<BigDecimal> amount();

    /** Returns the price of one, net of discount. */
    Optional<BigDecimal> price();

    /** Returns the cost of one unit, as far as is known. */
    Optional<BigDecimal> cost();

    /** Returns the discount of the whole line. */
    Optional<BigDecimal> discountValue();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableLegacySaleLine.Builder {
        Builder() {}
    }
}
