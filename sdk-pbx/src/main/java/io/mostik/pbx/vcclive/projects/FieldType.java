package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a custom field holds. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record FieldType(@JsonValue String value) {

    /** Any text. */
    public static final FieldType TEXT = new FieldType("text");

    /** One of its values: a single choice or combo. */
    public static final FieldType SIMPLE = new FieldType("simple");

    /** Several of its values: check boxes. */
    public static final FieldType MULTIPLE = new FieldType("multiple");

    /** Refuses a missing word. */
    public FieldType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FieldType of(String value) {
        return new FieldType(value);
    }
}
