package io.mostik.examples.javadoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example in the Javadoc of a type, made a class that can be compiled. It sees what its file imports, the public types of
 * all packages, and the variables of {@link JavadocScope}, which stand for what a reader has.
 *
 * @param source the file
 * @param number which of the file's examples
 * @param code what it says
 */
record JavadocExample(Path source, int number, String code) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path GIVEN = ROOT.resolve("examples/src/test/resources/javadoc-examples.txt");
    private static final Pattern EXAMPLE =
            Pattern.compile("<pre>\\{@code\\n(.*?)\\n\\s*(?:\\* ?)?\\}</pre>", Pattern.DOTALL);
    private static final Pattern STAR = Pattern.compile("^\\s*\\* ?", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import [a-z0-9.]+\\.[A-Z]\\w*;$", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);$", Pattern.MULTILINE);
    private static final List<String> OF_THE_JDK = List.of(
            "java.math",
            "java.nio.charset",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "javax.crypto",
            "com.sun.net.httpserver");

    /** Which is meant where several packages have one of the name. */
    private static final Map<String, String> USUAL = Map.of(
            "Order", "io.mostik.remonline.orders.Order",
            "OrderQuery", "io.mostik.remonline.orders.OrderQuery",
            "Environment", "io.mostik.bankcards.tbank.Environment",
            "TBank", "io.mostik.bankcards.tbank.TBank",
            "Json", "io.mostik.core.json.Json",
            "List", "java.util.List",
            "Map", "java.util.Map");

    /** Returns the examples of the published modules, but for those of packages and of the Spring Boot
     * starter, and the one of the overview. */
    static List<JavadocExample> all() throws IOException {
        List<JavadocExample> examples = new ArrayList<>();
        List<Path> files = new ArrayList<>(sources());
        files.add(ROOT.resolve("docs/overview.html"));
        for (Path file : files) {
            Matcher found = EXAMPLE.matcher(Files.readString(file));
            for (int number = 1; found.find(); number++) {
                String code = STAR.matcher(found.group(1)).replaceAll("");
                examples.add(new JavadocExample(file, number, code));
            }
        }
        return examples;
    }

    /** Returns the simple name of the type. */
    String type() {
        return source.getFileName().toString().replaceAll("\\.\\w+$", "");
    }

    String className() {
        return type() + "Example" + number;
    }

    String asClass() throws IOException {
        String file = Files.readString(source);
        List<String> own = IMPORT.matcher(file)
                .results()
                .map(line -> line.group())
                .filter(line -> !line.contains(".internal.") && !line.contains(" org.immutables."))
                .toList();
        String at = packageOf(file);
        Path folder = source.getParent();
        String usual = USUAL.entrySet().stream()
                .filter(name -> own.stream().noneMatch(line -> line.endsWith("." + name.getKey() + ";")))
                .filter(name -> !Files.exists(folder.resolve(name.getKey() + ".java")))
                .map(name -> "import " + name.getValue() + ";\n")
                .collect(Collectors.joining());
        String neighbours = neighbours(at);
        String stars = Stream.concat(OF_THE_JDK.stream(), packages().stream())
                .map(name -> "import " + name + ".*;\n")
                .collect(Collectors.joining());
        return neighbours + String.join("\n", own) + "\n" + usual + stars
                + "abstract class " + className() + " extends io.mostik.examples.javadoc.JavadocScope {\n" + given()
                + "\nvoid example() throws Exception {\n"
                + code.replace("{ ... }", "{ }").replace("{ … }", "{ }") + "\n}\n}\n";
    }

    @Override
    public String toString() {
        return ROOT.relativize(source) + ", example " + number;
    }

    /** Returns the imports of what the example names from its own package. */
    private String neighbours(String at) throws IOException {
        StringBuilder imports = new StringBuilder();
        try (Stream<Path> files = Files.list(source.getParent())) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                boolean named =
                        Pattern.compile("\\b" + name + "\\b").matcher(code).find();
                if (named && Files.readString(file).contains("\npublic ")) {
                    imports.append("import ")
                            .append(at)
                            .append('.')
                            .append(name)
                            .append(";\n");
                }
            }
        }
        return imports.toString();
    }

    /** Returns the variables that this example alone speaks of, as the file beside the tests lists them. */
    private String given() throws IOException {
        return Files.readAllLines(GIVEN).stream()
                .filter(line -> line.startsWith(className().replace("Example", "#") + ":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static List<String> packages() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : sources()) {
            names.add(packageOf(Files.readString(file)));
        }
        return names.stream()
                .filter(name -> !name.contains(".internal"))
                .distinct()
                .toList();
    }

    private static String packageOf(String file) {
        Matcher found = PACKAGE.matcher(file);
        return found.find() ? found.group(1) : "";
    }

    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module :
                    modules.filter(JavadocExample::isPublished).sorted().toList()) {
                try (Stream<Path> walk = Files.walk(module.resolve("src/main/java"))) {
                    walk.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().endsWith("-info.java"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static boolean isPublished(Path module) {
        String name = module.getFileName().toString();
        return name.startsWith("sdk-")
                && !name.equals("sdk-spring-boot-starter")
                && !name.equals("sdk-micrometer")
                && Files.exists(module.resolve("src/main/java"));
    }
}
