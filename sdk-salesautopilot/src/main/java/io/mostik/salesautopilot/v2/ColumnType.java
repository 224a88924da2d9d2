package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a column of version 2 holds. An open set: a value newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record ColumnType(@JsonValue String value) {

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

    /** Refuses a missing word. */
    public ColumnType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ColumnType of(String value) {
        return new ColumnType(value);
    }
}
