package io.mostik.salesautopilot.subscribers;

import io.mostik.core.json.OpenValue;

/**
 * How a condition compares. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record Operator(String value) implements OpenValue {

    /** Greater than, or later than: the only one that has been seen in use. */
    public static final Operator GREATER = new Operator(">");

    /** Checks that there is a value. */
    public Operator {
        OpenValue.check(value);
    }
}
