package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * In which order a log is told. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record SortOrder(@JsonValue String value) {

    /** The oldest first. */
    public static final SortOrder ASCENDING = new SortOrder("ASC");

    /** The newest first. */
    public static final SortOrder DESCENDING = new SortOrder("DESC");

    /** Refuses a missing word. */
    public SortOrder {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SortOrder of(String value) {
        return new SortOrder(value);
    }
}
