package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A custom field of a project. */
@Value.Immutable
@JsonDeserialize(builder = ProjectField.Builder.class)
public interface ProjectField extends Model {

    /** Returns its id. */
    @JsonProperty("fieldid")
    long fieldId();

    /** Returns its name, the key in records. */
    Optional<String> name();

    /** Returns what agents see. */
    Optional<String> label();

    /** Returns what it holds. */
    Optional<FieldType> type();

    /** Returns whether it can be searched. */
    Optional<Boolean> indexed();

    /** Returns whether the list of manual dialling shows it. */
    Optional<Boolean> customised();

    /** Returns the values of a field of choice. */
    List<ProjectValue> values();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a field. */
    final class Builder extends ImmutableProjectField.Builder {
        Builder() {}
    }
}
