package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A line of goods to move or to write off. The published schema of it is malformed: experimental. */
@Value.Immutable
@JsonSerialize(as = ImmutableMoveLine.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface MoveLine {

    /** Returns the id of the product. */
    long entity();

    /** Returns whether the pieces have serial numbers. */
    Optional<Boolean> snAccounting();

    /** Returns the id of the bin. */
    OptionalLong cellId();

    /** Returns how many. */
    Optional<BigDecimal> quantity();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableMoveLine.Builder {
        Builder() {}
    }
}
