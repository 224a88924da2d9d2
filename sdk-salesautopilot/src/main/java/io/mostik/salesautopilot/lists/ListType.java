package io.mostik.salesautopilot.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a list is for. An open set: a value newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record ListType(@JsonValue String value) {

    /** Newsletter. */
    public static final ListType NEWSLETTER = new ListType("1");

    /** Orders, as of a web shop. */
    public static final ListType ORDERS = new ListType("11");

    /** Refuses a missing word. */
    public ListType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ListType of(String value) {
        return new ListType(value);
    }
}
