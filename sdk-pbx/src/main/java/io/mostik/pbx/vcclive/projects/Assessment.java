package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a disposition says about the call. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record Assessment(@JsonValue String value) {

    /** Reached. */
    public static final Assessment SUCCESS = new Assessment("success");

    /** Reached, and the goal was achieved. */
    public static final Assessment ORDERED = new Assessment("ordered");

    /** Not reached. */
    public static final Assessment FAILED = new Assessment("failed");

    /** Refuses a missing word. */
    public Assessment {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Assessment of(String value) {
        return new Assessment(value);
    }
}
