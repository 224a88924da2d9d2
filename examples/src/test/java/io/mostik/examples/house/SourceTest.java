package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads the sources as a reviewer would: sizes, names, Javadoc. */
@Tag("any-jdk")
class SourceTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 500;
    private static final int MEDIAN_FILE = 60;
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile("(Abstract|Base)[A-Z]\\w*\\.java|\\w*(Utils?|Helpers?|Manager|Impl)\\.java");
    private static final Pattern PUBLIC_DECLARATION =
            Pattern.compile("^( {4})?public (?!static void main).*[({]\\s*$|^( {4})?public .*[;{,(]\\s*$");

    @Test
    void givenSources_whenMeasured_thenFilesAreSmall() {
        List<Long> sizes = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            long lines = lines(file).size();
            assertThat(lines).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE);
            sizes.add(lines);
        }
        sizes.sort(null);

        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MEDIAN_FILE);
    }

    @Test
    void givenSources_whenNamesAreRead_thenNoneIsOfTheForbidden() {
        assertThat(sources("src"))
                .noneMatch(file ->
                        FORBIDDEN_NAME.matcher(file.getFileName().toString()).matches());
    }

    @Test
    void givenTests_whenRead_thenNoneSleepsOrIsSwitchedOff() {
        for (Path file : sources("src/test/java")) {
            assertThat(String.join("\n", lines(file)))
                    .as(file.toString())
                    .doesNotContain("Thread." + "sleep(", "@" + "Disabled", "assumeTrue(" + "false");
        }
    }

    @Test
    void givenSources_whenRead_thenEverythingPublicHasJavadoc() {
        List<String> bare = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            boolean published =
                    file.toString().contains("/sdk-") && !file.toString().contains("/internal/");
            if (published && isPublicType(file)) {
                bare.addAll(withoutJavadoc(file));
            }
        }

        assertThat(bare).isEmpty();
    }

    private static boolean isPublicType(Path file) {
        return lines(file).stream().anyMatch(line -> line.startsWith("public "));
    }

    private static List<String> withoutJavadoc(Path file) {
        List<String> bare = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 1; i < lines.size(); i++) {
            if (PUBLIC_DECLARATION.matcher(lines.get(i)).matches() && !documented(lines, i)) {
                bare.add(ROOT.relativize(file) + ":" + (i + 1) + " "
                        + lines.get(i).strip());
            }
        }
        return bare;
    }

    /** Looks upwards over annotations; what overrides something has its Javadoc there. */
    private static boolean documented(List<String> lines, int declaration) {
        for (int i = declaration - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (line.equals("@Override") || line.endsWith("*/")) {
                return true;
            }
            boolean annotation = line.startsWith("@")
                    || line.startsWith("//")
                    || line.endsWith(")")
                    || line.endsWith("})")
                    || line.endsWith(",");
            if (!annotation) {
                return false;
            }
        }
        return false;
    }

    private static List<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().contains("/" + folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
