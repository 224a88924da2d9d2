package io.mostik.bridge.server.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the settings, collected while they are read. Not thread-safe. */
final class Problems {

    private final List<ConfigProblem> found = new ArrayList<>();

    void add(int line, String place, String reason) {
        found.add(new ConfigProblem(line, place, reason));
    }

    /** Returns them in the order of the lines. */
    List<ConfigProblem> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(ConfigProblem::line))
                .toList();
    }
}
