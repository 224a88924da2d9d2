package io.mostik.examples;

import java.util.Optional;

/** The environment variables; a story uses the real vendor only if its credential is set. */
final class Variables {

    private Variables() {}

    /** Returns whether a variable is set. */
    static boolean has(String name) {
        return find(name).isPresent();
    }

    /** Returns the value of a variable that a story needs once it goes to the real vendor. */
    static String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("set the environment variable " + name));
    }

    /** Returns the value of a variable, or another one. */
    static String get(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    private static Optional<String> find(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
