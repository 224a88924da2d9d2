package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of parties in nine regions, each with its one right reading. */
class PhoneTableTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    record Row(String number, String region, String text, String expected, String extension) {

        @Override
        public String toString() {
            return number + " " + region + " " + text;
        }
    }

    static Stream<Row> rows() {
        try (InputStream file = Objects.requireNonNull(PhoneTableTest.class.getResourceAsStream("phones.psv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(part -> new Row(part[0], part[1], text(part[2]), part[3], part[4]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String cell) {
        Matcher escapes = ESCAPE.matcher(cell.replace('␠', ' '));
        return escapes.replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    @Test
    void givenTable_whenCounting_thenHasAllRows() {
        assertThat(rows()).hasSize(214);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenSpelling_whenReading_thenIsAsTheTableSays(Row row) {
        PhoneNumber number = PhoneReader.of(row.region()).read(row.text());

        assertThat(told(number)).isEqualTo(row.expected());
        assertThat(number.extension()).isEqualTo(Optional.of(row.extension()).filter(text -> !text.isEmpty()));
        assertThat(number.original()).isEqualTo(row.text());
    }

    private static String told(PhoneNumber number) {
        return switch (number.kind()) {
            case PUBLIC -> number.e164().orElseThrow();
            case SHORT -> "EXTENSION " + number;
            case WITHHELD, UNREADABLE -> number.kind().name().toUpperCase(Locale.ROOT);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "200101", "10001234"})
    void givenOwnFormOfExtensions_whenReading_thenTheyAreThat(String text) {
        PhoneReader reader = PhoneReader.of("HU").extensions("[0-9]{1,6}|1000[0-9]{4}");

        assertThat(reader.read(text).isExtension()).isTrue();
        assertThat(reader.read("06 30 111 2233").e164()).contains("+36301112233");
        assertThat(PhoneReader.of("HU").extensions("[0-9]{3}").read("12").kind())
                .isEqualTo(PhoneNumber.Kind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"E164_NO_PLUS, +84912345678", "ANY, +74912345678", "NATIONAL, +74912345678"})
    void givenDigitsWithTwoReadings_whenReading_thenTheStyleDecides(PhoneReader.Style style, String expected) {
        assertThat(PhoneReader.of("RU").style(style).read("84912345678").e164()).contains(expected);
    }

    @Test
    void givenOwnWord_whenReading_thenIsWithheld() {
        PhoneReader reader = PhoneReader.of("PL").withheldWords("Brak numeru");

        assertThat(reader.read("\"BRAK NUMERU\"").isWithheld()).isTrue();
        assertThat(PhoneReader.of("PL").read("brak numeru").isWithheld()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HU, +36301112233, 06301112233",
        "RU, +79161234567, 89161234567",
        "RU, +36301112233, 81036301112233",
        "DE, +4915112345678, 015112345678",
        "PL, +48601234567, 601234567",
        "HU, +48601234567, 0048601234567"
    })
    void givenRegion_whenWritingNationally_thenIsWhatIsDialled(String region, String e164, String dialled) {
        assertThat(NumberFormat.NATIONAL.write(PhoneNumber.of(e164), region)).isEqualTo(dialled);
    }
}
