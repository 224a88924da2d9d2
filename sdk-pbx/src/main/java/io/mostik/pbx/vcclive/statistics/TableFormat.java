package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How a statistic is written as a table. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record TableFormat(@JsonValue String value) {

    /** Values between commas. */
    public static final TableFormat CSV = new TableFormat("csv");

    /** Values between tabs. */
    public static final TableFormat TAB = new TableFormat("tab");

    /** Refuses a missing word. */
    public TableFormat {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TableFormat of(String value) {
        return new TableFormat(value);
    }
}
