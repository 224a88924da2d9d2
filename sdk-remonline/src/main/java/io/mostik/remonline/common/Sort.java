package io.mostik.remonline.common;

import io.mostik.core.json.OpenValue;

/**
 * The order of a list, ascending unless told otherwise. Documented: orders by {@link #ID}, {@link #MODIFIED_AT},
 * {@link #SCHEDULED_FOR}, {@link #DUE_DATE}; people by {@link #ID}, {@link #MODIFIED_AT}, {@link #NAME}. For other lists
 * the vendor does not say which fields it takes; one that it does not know it may ignore.
 *
 * @param value the vendor's word: a field, with a minus before it for descending
 */
public record Sort(String value) implements OpenValue {

    /** By id. */
    public static final Sort ID = new Sort("id");

    /** By the time of the last change. */
    public static final Sort MODIFIED_AT = new Sort("modified_at");

    /** By the time of the visit. */
    public static final Sort SCHEDULED_FOR = new Sort("scheduled_for");

    /** By the deadline. */
    public static final Sort DUE_DATE = new Sort("due_date");

    /** By name. */
    public static final Sort NAME = new Sort("name");

    /** Checks that there is a value. */
    public Sort {
        OpenValue.check(value);
    }

    /** Returns the order by the same field, the smallest first. */
    public Sort ascending() {
        return value.startsWith("-") ? new Sort(value.substring(1)) : this;
    }

    /** Returns the order by the same field, the largest first. */
    public Sort descending() {
        return value.startsWith("-") ? this : new Sort("-" + value);
    }
}
