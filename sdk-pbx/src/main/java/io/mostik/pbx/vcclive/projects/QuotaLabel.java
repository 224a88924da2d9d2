package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** The label of a node of quotas. The three numbers are on the deepest level only. */
@Value.Immutable
@JsonDeserialize(builder = QuotaLabel.Builder.class)
public interface QuotaLabel extends Model {

    /** Returns the name of the value. */
    @JsonProperty("value_name")
    Optional<String> valueName();

    /** Returns what exports show. */
    @JsonProperty("export_value")
    Optional<String> exportValue();

    /** Returns the limit. */
    OptionalInt value();

    /** Returns how much of it is used. */
    @JsonProperty("act_value")
    OptionalInt actValue();

    /** Returns how much of it is left. */
    @JsonProperty("diff_value")
    OptionalInt diffValue();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a label. */
    final class Builder extends ImmutableQuotaLabel.Builder {
        Builder() {}
    }
}
