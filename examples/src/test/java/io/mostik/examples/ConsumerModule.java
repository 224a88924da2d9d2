package io.mostik.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A named module of somebody else, compiled and run the way an embedder would do it: outside this build, in a JVM of
 * its own, with nothing on the module path but the modules it requires and what those require.
 */
final class ConsumerModule {
    private static final Pattern REQUIRES = Pattern.compile("requires\\s+(?:transitive\\s+|static\\s+)*([\\w.]+)\\s*;");
    private static final Pattern NAME = Pattern.compile("module\\s+([\\w.]+)\\s*\\{");
    private static final long SECONDS_TO_RUN = 60;

    private final Path sources;
    private final Path work;
    private final String declaration;

    ConsumerModule(Path sources, Path work) throws IOException {
        this.sources = sources;
        this.work = work;
        this.declaration = Files.readString(sources.resolve("module-info.java"));
    }

    /** Returns what the compiler had to say under {@code -Xlint:all -Werror}; nothing when all is well. */
    String compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> units =
                    tree.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-proc:none", // those of our test libraries are none of the embedder's
                    "-Xlint:all",
                    "-Werror",
                    "--module-path",
                    path(required()),
                    "-d",
                    classes().toString());
            compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(units))
                    .call();
        }
        return complaints.toString();
    }

    /** Runs the main class in a JVM of its own and returns all it printed, the exit code last. */
    String run(String mainClass, String... arguments) throws IOException, InterruptedException {
        List<Path> modulePath = new ArrayList<>(required());
        modulePath.add(classes());
        String module = find(NAME).findFirst().orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                path(modulePath),
                "--module",
                module + "/" + mainClass));
        command.addAll(List.of(arguments));
        Path output = work.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS_TO_RUN, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(output) + "exit " + process.exitValue();
    }

    /** Returns where the required modules lie, by name and in the order in which they were met. */
    Map<String, Path> requiredModules() {
        Map<String, ModuleReference> known = onClassPath();
        Map<String, Path> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(find(REQUIRES).toList());
        while (!open.isEmpty()) {
            String name = open.remove();
            ModuleReference module = known.get(name);
            if (module != null && !found.containsKey(name)) {
                found.put(name, Path.of(module.location().orElseThrow()));
                module.descriptor().requires().stream()
                        .filter(ConsumerModule::reachesEmbedders)
                        .forEach(next -> open.add(next.name()));
            }
        }
        return found;
    }

    /** What a module needs for its own compilation alone, such as the servlet API, an embedder need not have. */
    private static boolean reachesEmbedders(Requires next) {
        return !next.modifiers().contains(Requires.Modifier.STATIC)
                || next.modifiers().contains(Requires.Modifier.TRANSITIVE);
    }

    private List<Path> required() {
        return List.copyOf(requiredModules().values());
    }

    private Path classes() {
        return work.resolve("classes");
    }

    private Stream<String> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(declaration);
        return matcher.results().map(result -> result.group(1));
    }

    private static Map<String, ModuleReference> onClassPath() {
        Map<String, ModuleReference> modules = new HashMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            try {
                ModuleFinder.of(Path.of(entry))
                        .findAll()
                        .forEach(module ->
                                modules.putIfAbsent(module.descriptor().name(), module));
            } catch (FindException notAModule) {
                continue;
            }
        }
        return modules;
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(joining(File.pathSeparator));
    }
}
