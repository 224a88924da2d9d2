package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Where the pieces of a line were taken from. The vendor writes these names in camel case. */
@Value.Immutable
@JsonDeserialize(builder = WriteOff.Builder.class)
public interface WriteOff extends Model {

    /** Returns the cost of one unit. */
    Optional<BigDecimal> cost();

    /** Returns how many. */
    Optional<BigDecimal> quantity();

    /** Returns the id of the bin. */
    @JsonProperty("cellId")
    OptionalLong cellId();

    /** Returns the id of the stock row. */
    @JsonProperty("goodId")
    OptionalLong goodId();

    /** Returns the id of the warehouse. */
    @JsonProperty("warehouseId")
    OptionalLong warehouseId();

    /** Returns the serial number. */
    Optional<String> sernumCode();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a write-off. */
    final class Builder extends ImmutableWriteOff.Builder {
        Builder() {}
    }
}
