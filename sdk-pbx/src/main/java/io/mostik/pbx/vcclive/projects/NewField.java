package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.pbx.vcclive.internal.YesNoFormat;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A custom field to add to a project. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewField.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewField {

    /** Returns its name: small English letters and underscores, unique in the project. */
    String name();

    /** Returns what it holds. */
    FieldType type();

    /** Returns what agents see. */
    Optional<String> label();

    /** Returns whether it can be searched. */
    @JsonSerialize(contentUsing = YesNoFormat.class)
    Optional<Boolean> indexed();

    /** Returns whether the list of manual dialling shows it. */
    @JsonSerialize(contentUsing = YesNoFormat.class)
    Optional<Boolean> customised();

    /** Returns how its values limit the records reached. */
    Optional<QuotaKind> quota();

    /** Returns its values; needed unless it holds texts. */
    List<NewValue> values();

    /** Refuses other letters in the name, and a field of choice without values. */
    @Value.Check
    default void check() {
        if (!name().matches("[a-z_]+")) {
            throw new IllegalArgumentException("name must be of small English letters and underscores");
        }
        boolean choice = type().equals(FieldType.SIMPLE) || type().equals(FieldType.MULTIPLE);
        if (choice && values().isEmpty()) {
            throw new IllegalArgumentException("values must not be empty for a field of choice");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a field. */
    final class Builder extends ImmutableNewField.Builder {
        Builder() {}
    }
}
