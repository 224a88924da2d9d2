package io.mostik.remonline.finance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Where money goes. An open set.
 *
 * @param value the vendor's word
 */
public record Direction(@JsonValue String value) {

    /** In. */
    public static final Direction INCOME = new Direction("income");

    /** Out. */
    public static final Direction EXPENSE = new Direction("expense");

    /** Refuses a missing word. */
    public Direction {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the direction of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Direction of(String value) {
        return new Direction(value);
    }
}
