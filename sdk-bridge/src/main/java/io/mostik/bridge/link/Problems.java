package io.mostik.bridge.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that all is told at once. Belongs to one thread. */
final class Problems {

    private static final int MOST = 200;

    private final List<LinkProblem> found = new ArrayList<>();

    void add(int line, String place, String reason) {
        if (found.size() < MOST) {
            found.add(LinkProblem.error(line, place, reason));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    LinkFileException exception() {
        return new LinkFileException(found.stream()
                .sorted(Comparator.comparingInt(LinkProblem::line))
                .toList());
    }
}
