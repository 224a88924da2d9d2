package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.json.OpenValue;

/**
 * How a statistic is written as a table. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record TableFormat(String value) implements OpenValue {

    /** Values between commas. */
    public static final TableFormat CSV = new TableFormat("csv");

    /** Values between tabs. */
    public static final TableFormat TAB = new TableFormat("tab");

    /** Checks that there is a value. */
    public TableFormat {
        OpenValue.check(value);
    }
}
