package io.mostik.bridge.action;

import java.util.Objects;

/**
 * One field of an action.
 *
 * @param name identifier-safe, in snake case
 * @param type what it holds
 * @param required whether it has to be there
 * @param description one sentence, for the catalogue
 * @param example a value, for the catalogue
 */
public record FieldSpec(String name, FieldType type, boolean required, String description, String example) {

    /** Checks that no part is missing. */
    public FieldSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(example, "example");
    }

    /** Returns a field that has to be there. */
    public static FieldSpec required(String name, FieldType type, String description, String example) {
        return new FieldSpec(name, type, true, description, example);
    }

    /** Returns a field that may be left out. */
    public static FieldSpec optional(String name, FieldType type, String description, String example) {
        return new FieldSpec(name, type, false, description, example);
    }
}
