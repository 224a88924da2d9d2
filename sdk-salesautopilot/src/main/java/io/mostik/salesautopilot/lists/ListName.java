package io.mostik.salesautopilot.lists;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.salesautopilot.ids.ListId;
import java.util.Optional;
import org.immutables.value.Value;

/** A list by id and name. */
@Value.Immutable
@JsonDeserialize(builder = ListName.Builder.class)
public interface ListName extends Model {

    /** Returns its id. */
    @JsonAlias("nl_id")
    ListId id();

    /** Returns its name. */
    @JsonAlias("list_name")
    Optional<String> name();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableListName.Builder {
        Builder() {}
    }
}
