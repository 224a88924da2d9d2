package io.mostik.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/mostik/bridge");
    private static final String CODE = "\"([a-z]+(?:_[a-z0-9]+)*)\"";
    private static final List<Pattern> USES = List.of(
            Pattern.compile(
                    "\\b(?:done|begun|again|refused|unknown|Done|Again|Refused|Unknown|cancelled|settled|choices)\\(\\s*"
                            + CODE),
            Pattern.compile("FieldException\\(\\s*[^,;]+,\\s*" + CODE),
            Pattern.compile("Refusal(?:\\.of|\\.askAgain)\\(\\s*[0-9]{3},\\s*" + CODE),
            Pattern.compile("answer\\(asked,\\s*" + CODE),
            Pattern.compile("static final String [A-Z_]+ = " + CODE + ";\\s*// code"),
            Pattern.compile("Messages\\.text\\(\\s*" + CODE));
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Set<String> NAMES_IN_ALL = Set.of(
            "json",
            "http",
            "utf",
            "windows",
            "kib",
            "kiб",
            "authorization",
            "bearer",
            "idempotency",
            "key",
            "content",
            "type",
            "true",
            "false",
            "yes",
            "no",
            "region",
            "connection",
            "hu",
            "mail");

    @Test
    void givenCodeOfSources_whenTelling_thenKnown() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                USES.forEach(use -> use.matcher(source)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(used::add));
                if (file.endsWith("intent/Codes.java")) {
                    Pattern.compile(" = " + CODE + ";")
                            .matcher(source)
                            .results()
                            .map(found -> found.group(1))
                            .forEach(used::add);
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(60);
        assertThat(Messages.codes()).containsAll(used);
    }

    @Test
    void givenLanguages_whenTelling_thenSameCodesAndParameters() {
        Properties english = texts("en");
        for (String language : Messages.LANGUAGES) {
            Properties other = texts(language);

            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String code : english.stringPropertyNames()) {
                assertThat(parameters(other.getProperty(code)))
                        .as("%s in %s", code, language)
                        .isEqualTo(parameters(english.getProperty(code)));
                assertThat(other.getProperty(code))
                        .as("%s in %s", code, language)
                        .hasSizeBetween(1, 160);
            }
        }
    }

    @Test
    void givenOtherLanguage_whenTelling_thenNoEnglish() {
        Properties english = texts("en");
        for (String language : List.of("ru", "hu", "pl")) {
            Properties other = texts(language);
            for (String code : english.stringPropertyNames()) {
                String text = other.getProperty(code);
                assertThat(text).as("%s in %s", code, language).isNotEqualTo(untranslated(english, code));
                assertThat(words(text))
                        .as("%s in %s", code, language)
                        .filteredOn(word -> !NAMES_IN_ALL.contains(word))
                        .doesNotContain("the", "must", "not", "of", "and", "with", "for", "this", "that");
                if (language.equals("ru")) {
                    assertThat(words(text))
                            .as("%s in %s", code, language)
                            .filteredOn(word -> word.matches("[a-z]+"))
                            .isSubsetOf(NAMES_IN_ALL);
                }
            }
        }
    }

    private static String untranslated(Properties english, String code) {
        return words(english.getProperty(code)).size() > 1 ? english.getProperty(code) : "";
    }

    @Test
    void givenUnknownCode_whenTelling_thenNamedInTheLanguage() {
        assertThat(Messages.text("never_heard", "hu", Map.of())).isEqualTo("Kód: never_heard");
    }

    @Test
    void givenParameterMissingOrLong_whenTelling_thenDashOrCut() {
        assertThat(Messages.text("limit_set", "ru", Map.of())).isEqualTo("Лимит – установлен");
        assertThat(Messages.text("connection_needed", "en", Map.of("choices", "x".repeat(500))))
                .hasSize(160)
                .endsWith("…");
    }

    @Test
    void givenAmount_whenWriting_thenAsPeopleOfTheLanguageDo() {
        BigDecimal amount = new BigDecimal("1234450.5");

        assertThat(Messages.amount(amount, "ru")).isEqualTo("1\u00A0234\u00A0450,50");
        assertThat(Messages.amount(amount, "hu")).isEqualTo("1\u00A0234\u00A0450,50");
        assertThat(Messages.amount(amount, "en")).isEqualTo("1,234,450.50");
    }

    private static List<String> words(String text) {
        return Stream.of(PARAMETER
                        .matcher(text)
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        String file = "messages_" + language + ".properties";
        try (InputStream bytes = Objects.requireNonNull(Messages.class.getResourceAsStream(file))) {
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
