package io.mostik.bridge.link;

import java.util.List;
import java.util.stream.Collectors;

/** A file of links that cannot be taken. Holds all that is wrong with it, not only the first. */
public final class LinkFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LinkProblem> problems;

    LinkFileException(List<LinkProblem> problems) {
        super(problems.stream().map(LinkProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems in the order of the file. */
    public List<LinkProblem> problems() {
        return problems;
    }
}
