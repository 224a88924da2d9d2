package io.mostik.pbx.vcclive.projects;

import io.mostik.core.json.OpenValue;

/**
 * What a disposition says about the call. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record Assessment(String value) implements OpenValue {

    /** Reached. */
    public static final Assessment SUCCESS = new Assessment("success");

    /** Reached, and the goal was achieved. */
    public static final Assessment ORDERED = new Assessment("ordered");

    /** Not reached. */
    public static final Assessment FAILED = new Assessment("failed");

    /** Checks that there is a value. */
    public Assessment {
        OpenValue.check(value);
    }
}
