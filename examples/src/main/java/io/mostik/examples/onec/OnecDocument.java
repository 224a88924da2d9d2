package io.mostik.examples.onec;

import io.mostik.core.json.Json;
import java.util.Optional;

/**
 * A dismissal document as the base shows it. Prints its key only.
 *
 * @param key {@code Ref_Key}
 * @param version {@code DataVersion}, which changes with every write; its order means nothing
 * @param inForce whether it is posted and not marked for deletion
 * @param employee GUID of the employee; empty if the document names none
 */
record OnecDocument(String key, String version, boolean inForce, Optional<String> employee) {

    private static final String EMPTY_REFERENCE = "00000000-0000-0000-0000-000000000000";

    static OnecDocument of(Json json, OnecNames names) {
        String employee = field(json, names.employee(), names);
        return new OnecDocument(
                FlatRequest.guid(field(json, "Ref_Key", names)),
                field(json, "DataVersion", names),
                json.get("Posted").isTrue() && !json.get("DeletionMark").isTrue(),
                Optional.of(employee).filter(guid -> !guid.equals(EMPTY_REFERENCE)));
    }

    /** A wrong name in the settings must not look like a base in which nobody leaves. */
    private static String field(Json json, String name, OnecNames names) {
        return json.get(name)
                .text()
                .orElseThrow(() -> new IllegalStateException(names.entity() + " has no field " + name
                        + "; compare the names in the settings with $metadata of the base"));
    }

    @Override
    public String toString() {
        return "OnecDocument[" + key + "]";
    }
}
