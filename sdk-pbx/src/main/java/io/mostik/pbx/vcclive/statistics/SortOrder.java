package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.json.OpenValue;

/**
 * The order of a log. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record SortOrder(String value) implements OpenValue {

    /** The oldest first. */
    public static final SortOrder ASCENDING = new SortOrder("ASC");

    /** The newest first. */
    public static final SortOrder DESCENDING = new SortOrder("DESC");

    /** Checks that there is a value. */
    public SortOrder {
        OpenValue.check(value);
    }
}
