package io.mostik.pbx.vcclive.projects;

import io.mostik.core.json.OpenValue;

/**
 * Whether a project is in use. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record ProjectStatus(String value) implements OpenValue {

    /** Calls are made. */
    public static final ProjectStatus ACTIVE = new ProjectStatus("active");

    /** Checks that there is a value. */
    public ProjectStatus {
        OpenValue.check(value);
    }
}
