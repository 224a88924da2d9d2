package io.mostik.salesautopilot.v2;

import io.mostik.core.json.OpenValue;

/**
 * What a column of version 2 holds. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record ColumnType(String value) implements OpenValue {

    /** Flag. */
    public static final ColumnType CHECKBOX = new ColumnType("CHECKBOX");

    /** Day. */
    public static final ColumnType DATE = new ColumnType("DATE");

    /** Time. */
    public static final ColumnType DATETIME = new ColumnType("DATETIME");

    /** Whole number. */
    public static final ColumnType NUMBER = new ColumnType("NUMBER");

    /** Decimal. */
    public static final ColumnType DECIMAL = new ColumnType("DECIMAL");

    /** Checks that there is a value. */
    public ColumnType {
        OpenValue.check(value);
    }
}
