package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the texts of advice of all modules: every language says everything, in words of its own. */
@Tag("any-jdk")
class HintTextsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> LANGUAGES = List.of("ru", "hu", "pl");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith("hints.properties"))
                    .filter(file -> file.toString().contains("/src/main/resources/"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void givenModules_whenReadingTexts_thenCoreAndVendorsHaveSome() throws IOException {
        List<Path> found = bundles();

        assertThat(found).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void givenTexts_whenComparingLanguages_thenAllSayTheSame(Path english) {
        Properties original = read(english);

        for (String language : LANGUAGES) {
            Properties translated = read(english.resolveSibling("hints_" + language + ".properties"));

            assertThat(translated.keySet()).as(language).isEqualTo(original.keySet());
            assertThat(translated)
                    .allSatisfy((key, text) -> assertThat(text)
                            .as(language + " " + key)
                            .asString()
                            .isNotBlank()
                            .endsWith(original.get(key).toString().endsWith("?") ? "" : ".")
                            .isNotEqualTo(original.get(key)));
        }
    }

    @Test
    void givenWrongKey_whenRefused_thenAdvisesInReadersLanguage() {
        try (RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
                RemOnline client = RemOnline.builder()
                        .baseUri(vendor.v2Uri().toString())
                        .apiKey(Secret.of("not the key"))
                        .build()) {
            ApiException refusal = Assertions.catchThrowableOfType(
                    ApiException.class, () -> client.orders().get(1));

            assertThat(refusal).hasMessageContaining("copy it again from the settings");
            assertThat(refusal.hint(Locale.forLanguageTag("hu-HU"))).contains("másolja ki újra");
            assertThat(refusal.hint(Locale.forLanguageTag("ru"))).contains("скопируйте его заново");
            assertThat(refusal.hint(Locale.forLanguageTag("pl"))).contains("skopiuj go ponownie");
        }
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
