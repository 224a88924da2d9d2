package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A line of goods to take in. */
@Value.Immutable
@JsonSerialize(as = ImmutablePostingLine.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface PostingLine {

    /** Returns the id of the product. */
    long entityId();

    /** Returns how many. */
    BigDecimal quantity();

    /** Returns the cost of one unit. */
    Optional<BigDecimal> cost();

    /** Returns whether the pieces have serial numbers. */
    Optional<Boolean> snAccounting();

    /** Returns the serial numbers; at most 20. The vendor's file names the field {@code sernums[]}. */
    @JsonProperty("sernums[]")
    List<String> sernums();

    /** Returns the id of the bin. */
    OptionalLong cellId();

    /** Returns the length of the warranty. */
    OptionalInt warranty();

    /** Returns the unit of the warranty, by the vendor's number; its values are not documented. */
    OptionalInt warrantyPeriod();

    /** Refuses more serial numbers than the vendor takes. */
    @Value.Check
    default void check() {
        if (sernums().size() > 20) {
            throw new IllegalArgumentException("sernums takes at most 20");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutablePostingLine.Builder {
        Builder() {}
    }
}
