package io.mostik.salesautopilot.lists;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.salesautopilot.ids.FormId;
import java.util.Optional;
import org.immutables.value.Value;

/** A form by id and name. */
@Value.Immutable
@JsonDeserialize(builder = FormName.Builder.class)
public interface FormName extends Model {

    /** Returns its id. */
    @JsonAlias("ns_id")
    FormId id();

    /** Returns its name. */
    @JsonAlias("form_name")
    Optional<String> name();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableFormName.Builder {
        Builder() {}
    }
}
