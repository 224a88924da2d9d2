package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a statistic is broken down by. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record Dimension(@JsonValue String value) {

    /** By project. */
    public static final Dimension PROJECT = new Dimension("project");

    /** By queue; inbound statistics only. */
    public static final Dimension QUEUE = new Dimension("queue");

    /** By user; user-based statistics only. */
    public static final Dimension USER = new Dimension("user");

    /** By day. */
    public static final Dimension DATE = new Dimension("date");

    /** By time of day; user-based statistics only. */
    public static final Dimension TIME = new Dimension("time");

    /** Refuses a missing word. */
    public Dimension {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Dimension of(String value) {
        return new Dimension(value);
    }
}
