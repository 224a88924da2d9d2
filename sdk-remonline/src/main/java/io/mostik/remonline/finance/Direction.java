package io.mostik.remonline.finance;

import io.mostik.core.json.OpenValue;

/**
 * Where money goes. An open set.
 *
 * @param value the vendor's word
 */
public record Direction(String value) implements OpenValue {

    /** In. */
    public static final Direction INCOME = new Direction("income");

    /** Out. */
    public static final Direction EXPENSE = new Direction("expense");

    /** Checks that there is a value. */
    public Direction {
        OpenValue.check(value);
    }
}
