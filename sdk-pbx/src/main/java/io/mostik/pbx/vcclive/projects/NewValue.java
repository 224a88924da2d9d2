package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A value to add to a field of choice. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewValue.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewValue {

    /** Returns its name. */
    String name();

    /** Returns what exports show. */
    @JsonProperty("exportvalue")
    Optional<String> exportValue();

    /** Returns a description. */
    @Redacted
    Optional<String> description();

    /** Returns the agent's commission. */
    Optional<BigDecimal> commission();

    /** Returns the call centre's price. */
    Optional<BigDecimal> price();

    /** Refuses a value without a name. */
    @Value.Check
    default void check() {
        if (name().isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a value. */
    final class Builder extends ImmutableNewValue.Builder {
        Builder() {}
    }
}
