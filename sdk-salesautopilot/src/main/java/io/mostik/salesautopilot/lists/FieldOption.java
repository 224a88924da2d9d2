package io.mostik.salesautopilot.lists;

import java.util.Objects;

/**
 * An option of a select or radio column.
 *
 * @param value what records hold
 * @param text what people see
 */
public record FieldOption(String value, String text) {

    /** Rejects null components. */
    public FieldOption {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(text, "text");
    }
}
