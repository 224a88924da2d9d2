package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A node in the tree of quotas. */
@Value.Immutable
@JsonDeserialize(builder = QuotaNode.Builder.class)
public interface QuotaNode extends Model {

    /** Returns whether it has children. */
    Optional<Boolean> container();

    /** Returns the nodes below it. */
    List<QuotaNode> children();

    /** Returns the id of its value. */
    @JsonProperty("valueid")
    OptionalLong valueId();

    /** Returns the id of the quota; on the deepest level only. */
    @JsonProperty("quotaid")
    OptionalLong quotaId();

    /** Returns its label. */
    Optional<QuotaLabel> label();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a node. */
    final class Builder extends ImmutableQuotaNode.Builder {
        Builder() {}
    }
}
