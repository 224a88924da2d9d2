package io.mostik.salesautopilot.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.salesautopilot.ids.FieldName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A column to add to a list. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewField.class)
public interface NewField {

    /** Returns its technical name. */
    @JsonProperty("field_name")
    FieldName name();

    /** Returns what people see. */
    @JsonProperty("field_label")
    String label();

    /** Returns a note. */
    @Redacted
    @JsonProperty("field_comment")
    Optional<String> comment();

    /** Returns what it holds. */
    @JsonProperty("field_type")
    FieldType type();

    /** Returns the number of decimals; for decimals only. */
    OptionalInt scale();

    /** Returns the options, from value to label; for radio and select only. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> options();

    /** Refuses options and decimals where the type has none, and their absence where it needs them. */
    @Value.Check
    default void check() {
        boolean choice = type().equals(FieldType.RADIO) || type().equals(FieldType.SELECT);
        if (choice == options().isEmpty()) {
            throw new IllegalArgumentException("options belong to radio and select, and to nothing else");
        }
        if (scale().isPresent() && !type().equals(FieldType.DECIMAL)) {
            throw new IllegalArgumentException("scale belongs to decimal");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableNewField.Builder {
        Builder() {}
    }
}
