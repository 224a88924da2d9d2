package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Whether money came or went. The words are read in any case. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record Direction(@JsonValue String value) {

    /** Money came. */
    public static final Direction CREDIT = new Direction("Credit");

    /** Money went. */
    public static final Direction DEBIT = new Direction("Debit");

    /** Refuses a missing word. */
    public Direction {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word, known ones in any case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Direction of(String value) {
        if (value.equalsIgnoreCase(CREDIT.value)) {
            return CREDIT;
        }
        if (value.equalsIgnoreCase(DEBIT.value)) {
            return DEBIT;
        }
        return new Direction(value);
    }
}
