package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.List;
import org.immutables.value.Value;

/** The quota limits of a project. */
@Value.Immutable
@JsonDeserialize(builder = Quotas.Builder.class)
public interface Quotas extends Model {

    /** Returns limits of combinations of values. */
    List<QuotaNode> cell();

    /** Returns limits of single values. */
    List<QuotaNode> edge();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a quotas. */
    final class Builder extends ImmutableQuotas.Builder {
        Builder() {}
    }
}
