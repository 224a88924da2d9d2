package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.ids.FieldName;
import java.util.Objects;

/**
 * What records a read returns. That several conditions must all hold is inferred.
 *
 * @param field the column
 * @param operator how it is compared
 * @param value with what; times as {@code 2026-02-01 00:00:00}
 */
public record Condition(FieldName field, Operator operator, String value) {

    /** Rejects null components. */
    public Condition {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(value, "value");
    }

    /** Returns the condition that a column is greater, or later. */
    public static Condition greater(FieldName field, String value) {
        return new Condition(field, Operator.GREATER, value);
    }
}
