package io.mostik.salesautopilot.lists;

import io.mostik.core.json.OpenValue;

/**
 * What a list is for. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record ListType(String value) implements OpenValue {

    /** Newsletter. */
    public static final ListType NEWSLETTER = new ListType("1");

    /** Orders, as of a web shop. */
    public static final ListType ORDERS = new ListType("11");

    /** Checks that there is a value. */
    public ListType {
        OpenValue.check(value);
    }
}
