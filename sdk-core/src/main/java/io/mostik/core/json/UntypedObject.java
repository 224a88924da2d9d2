package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The answer of an endpoint that sends an object whose properties are not documented. Anything but an object that holds
 * something is refused, where {@link Json} would take a page, a number or nothing for an answer.
 *
 * @param json the object
 */
public record UntypedObject(Json json) {

    /** Reads an object. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UntypedObject of(Json json) {
        if (json.names().isEmpty()) {
            throw new IllegalArgumentException("no object, or an empty one");
        }
        return new UntypedObject(json);
    }
}
