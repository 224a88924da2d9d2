package io.mostik.salesautopilot.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a form does. An open set: a value newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record FormKind(@JsonValue String value) {

    /** Adds a record. */
    public static final FormKind SIGN_UP = new FormKind("1");

    /** Changes a record. */
    public static final FormKind UPDATE = new FormKind("2");

    /** Takes an order. */
    public static final FormKind ORDER = new FormKind("4");

    /** Refuses a missing word. */
    public FormKind {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FormKind of(String value) {
        return new FormKind(value);
    }
}
