package io.mostik.remonline.finance;

import io.mostik.core.json.OpenNumber;

/**
 * Where money goes, as the generation before version 2 numbers it. An open set.
 *
 * @param value the vendor's number
 */
public record CashDirection(long value) implements OpenNumber {

    /** In. */
    public static final CashDirection INCOME = new CashDirection(0);

    /** Out. */
    public static final CashDirection EXPENSE = new CashDirection(1);
}
