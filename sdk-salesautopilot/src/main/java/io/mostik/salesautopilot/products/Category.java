package io.mostik.salesautopilot.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.salesautopilot.ids.CategoryId;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A category of products. */
@Value.Immutable
@JsonDeserialize(builder = Category.Builder.class)
public interface Category extends Model {

    /** Returns its id. */
    @JsonProperty("prodcat_id")
    CategoryId id();

    /** Returns its name. */
    @JsonProperty("prodcat_name")
    Optional<String> name();

    /** Returns its place among the others. */
    @JsonProperty("prodcat_order")
    OptionalLong order();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableCategory.Builder {
        Builder() {}
    }
}
