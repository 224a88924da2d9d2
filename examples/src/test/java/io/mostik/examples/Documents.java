package io.mostik.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README and the documents beside it, cut into what can be checked. */
final class Documents {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile("(?:From `([^`]+)`:\\s+)?```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern STORY = Pattern.compile("-Dstory=(\\w+)");
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| `([\\w.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern PROGRAM = Pattern.compile("-Dprogram=([\\w.]+)");

    private Documents() {}

    /**
     * A Java block of a document.
     *
     * @param document where it stands
     * @param source the file of which it is a part; empty if it runs by itself
     * @param code what it says
     */
    record Block(Path document, String source, String code) {

        @Override
        public String toString() {
            return ROOT.relativize(document) + ": " + code.lines().findFirst().orElse("");
        }
    }

    static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    /** Returns the names in the first column of the tables of the document on stories. */
    static List<String> named() throws IOException {
        return found(FIRST_CELL, Files.readString(ROOT.resolve("docs/stories.md")));
    }

    /** Returns the classes of the examples that can be run, by their name below the package of the tour. */
    static List<String> runnableClasses() throws IOException {
        Path sources = ROOT.resolve("examples/src/main/java/io/mostik/examples");
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.readString(file).contains("public static void main(")) {
                    names.add(sources.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'));
                }
            }
        }
        return names;
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            List<Path> documents =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            documents.add(ROOT.resolve("README.md"));
            for (String name : List.of("CONTRIBUTING", "SECURITY", "VERSIONING", "RELEASING")) {
                documents.add(ROOT.resolve(name + ".md"));
            }
            return documents;
        }
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path document : all()) {
            Matcher matcher = BLOCK.matcher(Files.readString(document));
            while (matcher.find()) {
                blocks.add(new Block(document, matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2)));
            }
        }
        return blocks;
    }

    static List<String> links(Path document) throws IOException {
        return found(LINK, Files.readString(document));
    }

    static List<String> stories(String text) {
        return found(STORY, text);
    }

    static List<String> programs(String text) {
        return found(PROGRAM, text);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
