package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the commands of the documents against the sources: properties, profiles, modules, tests, areas of mutations. */
@Tag("any-jdk")
class CommandsTest {

    private static final String NAME = "((?:mostik|faults|fuzz|hostile|admission)\\.[\\w.]*\\w)";
    private static final Pattern NAMED = Pattern.compile("-D" + NAME);
    private static final Pattern READ =
            Pattern.compile("(?:getProperty|getInteger|getLong|getBoolean)\\(\\s*\"" + NAME + "\"");
    private static final Pattern PROFILE = Pattern.compile("mvn [^`]*?-P([\\w,-]+)");
    private static final Pattern MODULE = Pattern.compile("mvn [^`]*?-pl ([\\w,/-]+)");
    private static final Pattern AREA = Pattern.compile("mutationCoverage@([\\w-]+)");
    private static final Pattern TEST = Pattern.compile("-Dtest='?([\\w,]+)(?![\\w.*])");
    private static final Pattern ID = Pattern.compile("<id>([\\w-]+)</id>");

    @Test
    void givenPropertiesInDocuments_whenLookedUp_thenEachIsRead() throws IOException {
        assertThat(inSources(READ, ".java")).containsAll(inDocuments(NAMED));
    }

    @Test
    void givenPropertiesThatTestsRead_whenLookedUp_thenEachIsDocumented() throws IOException {
        String documents = String.join("\n", documents());

        Set<String> read = inSources(READ, "Test.java");

        assertThat(read).isNotEmpty().allSatisfy(name -> assertThat(documents).containsPattern("[`D]" + name + "\\b"));
    }

    @Test
    void givenMavenCommands_whenLookedUp_thenAllTheyNameIsThere() throws IOException {
        Set<String> ids = inSources(ID, "pom.xml");
        Set<String> tests = fileNames("Test.java");

        assertThat(ids).containsAll(inDocuments(PROFILE)).containsAll(inDocuments(AREA));
        assertThat(inDocuments(MODULE))
                .allSatisfy(module -> assertThat(Documents.ROOT.resolve(module)).isDirectory());
        assertThat(tests).containsAll(inDocuments(TEST));
    }

    private static List<String> documents() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path document : Documents.all()) {
            texts.add(Files.readString(document).replaceAll("\\s+", " "));
        }
        return texts;
    }

    private static Set<String> inDocuments(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String text : documents()) {
            found.addAll(found(pattern, text));
        }
        return found;
    }

    private static Set<String> inSources(Pattern pattern, String ending) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(ending)) {
            found.addAll(found(pattern, Files.readString(file)));
        }
        return found;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .flatMap(names -> Stream.of(names.split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fileNames(String ending) throws IOException {
        return files(ending).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> roots = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Documents.ROOT)) {
            modules.filter(module -> Files.exists(module.resolve("pom.xml"))).forEach(roots::add);
        }
        List<Path> found = new ArrayList<>();
        for (Path module : roots) {
            found.add(module.resolve("pom.xml"));
            Path sources = module.resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.forEach(found::add);
                }
            }
        }
        found.add(Documents.ROOT.resolve("pom.xml"));
        return found.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }
}
