package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Whether a project is in use. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record ProjectStatus(@JsonValue String value) {

    /** Calls are made. */
    public static final ProjectStatus ACTIVE = new ProjectStatus("active");

    /** Refuses a missing word. */
    public ProjectStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProjectStatus of(String value) {
        return new ProjectStatus(value);
    }
}
