package io.mostik.salesautopilot.subscribers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How a condition compares. An open set: a value newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record Operator(@JsonValue String value) {

    /** Greater than, or later than: the only one that has been seen in use. */
    public static final Operator GREATER = new Operator(">");

    /** Refuses a missing word. */
    public Operator {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Operator of(String value) {
        return new Operator(value);
    }
}
