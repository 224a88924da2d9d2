package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the glossary and the code together: its classes exist, and the words it retires do not come back. */
@Tag("any-jdk")
class GlossaryTest {

    private static final Path GLOSSARY = Sources.ROOT.resolve("docs/glossary.md");
    private static final String RETIRED = "## Retired words";
    private static final Pattern WORD = Pattern.compile("`([A-Za-z.]+)`");

    @Test
    void givenGlossary_whenRead_thenItsClassesExist() {
        Set<String> types = Sources.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        List<String> named = words(before(RETIRED), 3);

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(types).containsAll(named);
    }

    @Test
    void givenGlossary_whenRead_thenNoTermStandsTwice() {
        List<String> terms = before(RETIRED)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Term"))
                .flatMap(line -> Pattern.compile(", ").splitAsStream(line.split("\\|")[1].strip()))
                .toList();

        assertThat(terms).doesNotHaveDuplicates();
    }

    @Test
    void givenRetiredWords_whenLookedFor_thenNoneIsBack() {
        List<String> retired = words(Sources.read(GLOSSARY).split(RETIRED)[1], 1);
        Pattern any = Pattern.compile("\\b(?:" + String.join("|", retired) + ")\\b");
        List<String> found = new ArrayList<>();

        for (Path file : Sources.files(".java", ".md", ".html", ".properties", ".json", ".bsl")) {
            if (!isHistory(file)) {
                any.matcher(Sources.read(file))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .forEach(word -> found.add(Sources.ROOT.relativize(file) + " says " + word));
            }
        }

        assertThat(retired).hasSizeGreaterThan(20);
        assertThat(found).isEmpty();
    }

    private static String before(String heading) {
        return Sources.read(GLOSSARY).split(heading)[0];
    }

    private static List<String> words(String text, int column) {
        return text.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|")[column])
                .flatMap(cell -> WORD.matcher(cell).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** What was decided and released then is told in the words of then. */
    static boolean isHistory(Path file) {
        String path = file.toString();
        return file.equals(GLOSSARY)
                || path.contains("/docs/decisions/")
                || path.endsWith("/CHANGELOG.md")
                || path.endsWith("/docs/upgrading.md");
    }
}
