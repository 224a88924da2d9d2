package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A part or an operation of an order. The price is of one, discount already taken off. */
@Value.Immutable
@JsonDeserialize(builder = LegacyLine.Builder.class)
public interface LegacyLine extends Model {

    /** Returns its id. */
    long id();

    /** Returns the id of the product or service. */
    @JsonProperty("entityId")
    OptionalLong entityId();

    /** Returns the id of the executor. */
    @JsonProperty("engineerId")
    @JsonAlias("engineer_id")
    OptionalLong engineerId();

    /** Returns its name. */
    Optional<String> title();

    /** Returns how many; may be a fraction. */
    Optional<BigDecimal> amount();

    /** Returns the price of one, net of discount. */
    Optional<BigDecimal> price();

    /** Returns the cost of one unit, as far as is known. */
    Optional<BigDecimal> cost();

    /** Returns the discount of the whole line. */
    Optional<BigDecimal> discountValue();

    /** Returns the length of the warranty. */
    OptionalInt warranty();

    /** Returns the unit of the warranty, by the vendor's number. */
    OptionalInt warrantyPeriod();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableLegacyLine.Builder {
        Builder() {}
    }
}
