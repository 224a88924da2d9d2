package io.mostik.salesautopilot.lists;

import io.mostik.core.json.OpenValue;

/**
 * What a form does. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record FormKind(String value) implements OpenValue {

    /** Adds a record. */
    public static final FormKind SIGN_UP = new FormKind("1");

    /** Changes a record. */
    public static final FormKind UPDATE = new FormKind("2");

    /** Takes an order. */
    public static final FormKind ORDER = new FormKind("4");

    /** Checks that there is a value. */
    public FormKind {
        OpenValue.check(value);
    }
}
