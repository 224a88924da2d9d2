package io.mostik.bridge.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that all is told at once; at most 200. Belongs to one thread. */
public final class YamlProblems {

    private static final int MOST = 200;

    private final List<YamlProblem> found = new ArrayList<>();

    /** Adds one. */
    public void add(int line, String place, String reason) {
        if (found.size() < MOST) {
            found.add(new YamlProblem(line, place, reason));
        }
    }

    /** Returns whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns all in the order of the lines. */
    public List<YamlProblem> all() {
        return found.stream().sorted(Comparator.comparingInt(YamlProblem::line)).toList();
    }
}
