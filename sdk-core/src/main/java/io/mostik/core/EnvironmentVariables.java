package io.mostik.core;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The environment of the process, as the {@code fromEnv()} of the clients reads it. Prints the names of the variables
 * only. Immutable.
 */
public final class EnvironmentVariables {

    private final Map<String, String> values;

    private EnvironmentVariables(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Returns the variables of this process. */
    public static EnvironmentVariables ofProcess() {
        return new EnvironmentVariables(System.getenv());
    }

    /** Returns the given variables in place of those of the process, for tests. */
    public static EnvironmentVariables of(Map<String, String> values) {
        return new EnvironmentVariables(Objects.requireNonNull(values, "values"));
    }

    /** Returns a variable; empty if it is not set or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Returns a variable.
     *
     * @throws IllegalArgumentException if it is not set or blank; names it
     */
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("environment variable " + name + " is not set"));
    }

    /**
     * Returns a variable that holds a credential.
     *
     * @throws IllegalArgumentException if it is not set or blank; names it
     */
    public Secret secret(String name) {
        return Secret.of(get(name));
    }

    @Override
    public String toString() {
        return "EnvironmentVariables" + values.keySet().stream().sorted().toList();
    }
}
