package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A warranty. The vendor spells its unit in three ways; all are read. */
@Value.Immutable
@JsonDeserialize(builder = Warranty.Builder.class)
@JsonSerialize(as = ImmutableWarranty.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Warranty extends Model {

    /** Returns the length in units; 0 for none. */
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    @Value.Default
    default int period() {
        return 0;
    }

    /** Returns the unit. */
    @JsonProperty("periodUnits")
    @JsonAlias({"unit", "period_units"})
    Optional<WarrantyUnit> unit();

    /** Returns the neutral value that the vendor wants where there is no warranty. */
    static Warranty none() {
        return builder().unit(WarrantyUnit.DAYS).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a warranty. */
    final class Builder extends ImmutableWarranty.Builder {
        Builder() {}
    }
}
