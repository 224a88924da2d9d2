package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.salesautopilot.ids.ListId;
import java.util.Optional;
import org.immutables.value.Value;

/** A list. */
@Value.Immutable
@JsonDeserialize(builder = V2List.Builder.class)
public interface V2List extends Model {

    /** Returns its id. */
    @JsonProperty("listId")
    ListId id();

    /** Returns its name. */
    Optional<String> name();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableV2List.Builder {
        Builder() {}
    }
}
