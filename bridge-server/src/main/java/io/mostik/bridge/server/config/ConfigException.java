package io.mostik.bridge.server.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; says everything that is wrong in them at once. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ConfigProblem> problems;

    /** Creates the failure of a file. */
    public ConfigException(String file, List<ConfigProblem> problems) {
        super(problems.stream()
                .map(ConfigProblem::toString)
                .collect(Collectors.joining(
                        System.lineSeparator() + "  ", file + ":" + System.lineSeparator() + "  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, in the order of the lines. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
