package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A column of a list, as a form offers it. */
@Value.Immutable
@JsonDeserialize(builder = ListField.Builder.class)
public interface ListField extends Model {

    /** Returns its id. */
    Optional<String> id();

    /** Returns its label. */
    Optional<String> label();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableListField.Builder {
        Builder() {}
    }
}
