package io.mostik.remonline.common;

import io.mostik.core.json.OpenValue;

/**
 * The direction of a list of the older endpoints, which sort by a field of their own choice.
 *
 * @param value the vendor's word
 */
public record SortDirection(String value) implements OpenValue {

    /** The smallest first. */
    public static final SortDirection ASCENDING = new SortDirection("asc");

    /** The largest first. */
    public static final SortDirection DESCENDING = new SortDirection("desc");

    /** Checks that there is a value. */
    public SortDirection {
        OpenValue.check(value);
    }
}
