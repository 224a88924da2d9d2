package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A field of a form, as people see it. */
@Value.Immutable
@JsonDeserialize(builder = FormField.Builder.class)
public interface FormField extends Model {

    /** Returns its id. */
    String id();

    /** Returns its technical name. */
    Optional<String> name();

    /** Returns its label. */
    Optional<String> label();

    /** Returns whether it must be filled in. */
    Optional<Boolean> isMandatory();

    /** Returns what is said if it is not. */
    @Redacted
    Optional<String> errorMessage();

    /** Returns its place. */
    OptionalLong order();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableFormField.Builder {
        Builder() {}
    }
}
