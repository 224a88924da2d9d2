package io.mostik.remonline.finance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where money goes, as the generation before version 2 numbers it. An open set.
 *
 * @param value the vendor's number
 */
public record CashDirection(@JsonValue int value) {

    /** In. */
    public static final CashDirection INCOME = new CashDirection(0);

    /** Out. */
    public static final CashDirection EXPENSE = new CashDirection(1);

    /** Returns the direction of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CashDirection of(int value) {
        return new CashDirection(value);
    }
}
