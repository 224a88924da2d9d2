package io.mostik.bridge.server.config;

import java.util.Objects;

/**
 * One thing that is wrong in the settings.
 *
 * @param line the line in the file, from 1; 0 if it is about the file as a whole
 * @param place names from the outside in, such as {@code connections.north.token}; empty text for the whole file
 * @param reason what is wrong, without any value that could be secret
 */
public record ConfigProblem(int line, String place, String reason) {

    /** Checks that no part is missing. */
    public ConfigProblem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        String where = place.isEmpty() ? "" : ", " + place;
        return (line == 0 ? "the file" : "line " + line) + where + ": " + reason;
    }
}
