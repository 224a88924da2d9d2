package io.mostik.bridge.yaml;

import java.util.Objects;

/**
 * One thing that is wrong with a file.
 *
 * @param line its line, from 1 on; 0 if it is about the whole
 * @param place where in the file, such as {@code links.calls.map}; empty for the whole
 * @param reason what is wrong, in one line
 */
public record YamlProblem(int line, String place, String reason) {

    /** Checks that no part is missing. */
    public YamlProblem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }
}
