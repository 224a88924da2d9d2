package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tests that the documents name must be there. */
@Tag("any-jdk")
class FindingsTest {

    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)\\.(given\\w+)`");
    private static final Pattern CLASS = Pattern.compile("io\\.mostik\\.[a-z.]+\\.([A-Z]\\w*(?:Test|Contract))\\b");

    private static final Map<String, Path> TESTS = Sources.files(".java").stream()
            .filter(file -> file.toString().contains("/src/test/java/"))
            .collect(Collectors.toMap(FindingsTest::name, file -> file, (one, other) -> one));

    @Test
    void givenFindings_whenRead_thenEachNamedTestExists() {
        List<String> rows = document("findings.md")
                .lines()
                .filter(line -> line.matches("\\| (?:[A-Z]+\\d+|unguarded)\\b.*"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(row).containsPattern(METHOD);
            METHOD.matcher(row)
                    .results()
                    .forEach(test ->
                            assertThat(source(test.group(1))).as(test.group()).contains("void " + test.group(2) + "("));
        });
    }

    @Test
    void givenReliability_whenRead_thenEachNamedTestExists() {
        List<String> named = CLASS.matcher(document("reliability.md"))
                .results()
                .map(test -> test.group(1))
                .distinct()
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(test -> assertThat(TESTS).containsKey(test));
    }

    /** A call that was refused for now may be sent again: it is never done twice. */
    @Test
    void givenJavadoc_whenRead_thenNobodyPromisesSingleSending() {
        assertThat(Sources.files(".java").stream()
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file ->
                                Sources.read(file).replaceAll("[\\s*]+", " ").matches("(?is).*never sent twice.*")))
                .isEmpty();
    }

    private static String source(String test) {
        return TESTS.containsKey(test) ? Sources.read(TESTS.get(test)) : "";
    }

    private static String document(String name) {
        return Sources.read(Sources.ROOT.resolve("docs").resolve(name));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
