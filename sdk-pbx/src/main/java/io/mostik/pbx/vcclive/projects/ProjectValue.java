package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A value that a field of choice can have. */
@Value.Immutable
@JsonDeserialize(builder = ProjectValue.Builder.class)
public interface ProjectValue extends Model {

    /** Returns its id. */
    @JsonProperty("valueid")
    long valueId();

    /** Returns the id of its field. */
    @JsonProperty("fieldid")
    OptionalLong fieldId();

    /** Returns its name. */
    Optional<String> name();

    /** Returns what agents see. */
    Optional<String> label();

    /** Returns what exports show. */
    @JsonProperty("export_value")
    Optional<String> exportValue();

    /** Returns a description. */
    @Redacted
    Optional<String> description();

    /** Returns the agent's commission. */
    Optional<BigDecimal> commission();

    /** Returns the call centre's price. */
    Optional<BigDecimal> price();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a value. */
    final class Builder extends ImmutableProjectValue.Builder {
        Builder() {}
    }
}
