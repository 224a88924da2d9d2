package io.mostik.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java to measure on.
 *
 * @param version its major version
 * @param java the program
 * @param classPath of the benchmarks
 */
record Jvm(int version, String java, String classPath) {

    private static final Path HOMES = Path.of("/usr/lib/jvm");

    static Jvm current() {
        return new Jvm(
                Runtime.version().feature(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"));
    }

    /** Returns the Java of another version: the one that was named, or one where they are commonly found. */
    static Optional<Jvm> other(int version) {
        String named = System.getProperty("bench.jdk" + version, "");
        if (!named.isEmpty()) {
            return Optional.of(current().at(version, Path.of(named)));
        }
        if (!Files.isDirectory(HOMES)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(HOMES)) {
            return homes.filter(home -> home.getFileName().toString().matches(".*\\b" + version + "\\b.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst()
                    .map(home -> current().at(version, home));
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    private Jvm at(int newVersion, Path home) {
        return new Jvm(newVersion, home.resolve("bin/java").toString(), classPath);
    }

    Jvm withClassPath(String newPath) {
        return new Jvm(version, java, newPath);
    }

    Fork run(Class<?> program, String... arguments) {
        return run(List.of(), program, arguments);
    }

    Fork run(List<String> options, Class<?> program, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-cp", classPath));
        all.addAll(options);
        return Fork.run(java, all, program, arguments);
    }

    String fullVersion() {
        return Fork.run(java, List.of("-cp", classPath), Version.class).lines().stream()
                .findFirst()
                .orElse("?");
    }

    /** Prints the version of the Java that runs it. */
    public static final class Version {

        private Version() {}

        /** Prints it. */
        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            System.out.println(System.getProperty("java.runtime.version"));
        }
    }
}
