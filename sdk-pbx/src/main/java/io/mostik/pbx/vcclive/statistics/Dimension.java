package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.json.OpenValue;

/**
 * What a statistic is broken down by. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record Dimension(String value) implements OpenValue {

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

    /** Checks that there is a value. */
    public Dimension {
        OpenValue.check(value);
    }
}
