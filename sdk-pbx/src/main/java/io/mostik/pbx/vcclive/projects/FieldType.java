package io.mostik.pbx.vcclive.projects;

import io.mostik.core.json.OpenValue;

/**
 * What a custom field holds. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record FieldType(String value) implements OpenValue {

    /** Any text. */
    public static final FieldType TEXT = new FieldType("text");

    /** One of its values: a single choice or combo. */
    public static final FieldType SIMPLE = new FieldType("simple");

    /** Several of its values: check boxes. */
    public static final FieldType MULTIPLE = new FieldType("multiple");

    /** Checks that there is a value. */
    public FieldType {
        OpenValue.check(value);
    }
}
