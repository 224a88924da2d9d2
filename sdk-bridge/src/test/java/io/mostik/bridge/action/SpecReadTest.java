package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.Fields;
import io.mostik.core.Effect;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReadTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1450.5|1450.50",
                "1450|1450.00",
                "1 450,50|1450.50",
                "1\u00A0450,50|1450.50",
                "1\u202F450\u2009000,5|1450000.50",
                "0,01|0.01",
                "999999999999|999999999999.00"
            })
    void givenSpellingOfSum_whenReading_thenOneSpelling(String given, String expected) {
        assertThat(read(FieldType.MONEY, given)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.450,50",
                "1,450.50",
                "1.450",
                "14 50",
                "0",
                "0,00",
                "-5",
                "1e3",
                "NaN",
                "1450,505",
                "12 34",
                "١٢",
                "1,",
                ",5",
                "1 450 ,50",
                "9999999999999",
                "+5",
                "5 руб."
            })
    void givenSumThatCouldMeanSomethingElse_whenReading_thenRefused(String given) {
        assertProblem(FieldType.MONEY, given, "field_money");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-29|2026-11-29",
                "29.11.2026|2026-11-29",
                "2026-11-29T00:00:00|2026-11-29",
                "29.11.2026 0:00:00|2026-11-29",
                "2026-11-29T13:05:02|2026-11-29T10:05:02Z",
                "2026-11-29 13:05|2026-11-29T10:05:00Z",
                "29.11.2026 13:05:02|2026-11-29T10:05:02Z",
                "2026-11-29T13:05:02+01:00|2026-11-29T12:05:02Z",
                "2026-11-29T13:05:02Z|2026-11-29T13:05:02Z"
            })
    void givenSpellingOfDate_whenReading_thenOneSpelling(String given, String expected) {
        assertThat(read(FieldType.DATE, given)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "2026-02-30", "11/29/2026", "29.11.26", "tomorrow", "20261129", "5026-01-01"})
    void givenNoDate_whenReading_thenRefused(String given) {
        assertProblem(FieldType.DATE, given, "field_date");
    }

    @Test
    void givenHourThatTheClockSkipped_whenReading_thenRefused() {
        assertThatThrownBy(() -> spec(FieldType.DATE, false)
                        .read(Map.of("x", "2026-03-29T02:30:00"), BUDAPEST, Optional.empty()))
                .hasMessage("x: field_date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00", "0001-01-01", "01.01.0001 0:00:00", "", "  ", "\uFEFF"})
    void givenEmptyDateOf1c_whenReading_thenLeftOut(String given) {
        assertThat(read(FieldType.DATE, given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0F6B1C9E-5A51-11EE-9C2A-00155D012345",
                "{0f6b1c9e-5a51-11ee-9c2a-00155d012345}",
                " 0f6b1c9e-5a51-11ee-9c2a-00155d012345\u200B"
            })
    void givenSpellingOfGuid_whenReading_thenOneSpelling(String given) {
        assertThat(read(FieldType.REFERENCE, given)).contains("0f6b1c9e-5a51-11ee-9c2a-00155d012345");
    }

    @Test
    void givenEmployeeKeys_whenReading_thenNormalisedAlike() {
        assertThat(read(FieldType.REFERENCE, "Тн\u00A0017")).contains("тн 017");
        assertThat(read(FieldType.REFERENCE, "И\u0306-1")).contains("й-1");
        assertThat(read(FieldType.REFERENCE, "00000000-0000-0000-0000-000000000000"))
                .isEmpty();
    }

    @Test
    void givenBlanksInKey_whenReading_thenOneSpelling() {
        assertThat(read(FieldType.KEY, "A\u00A01001\u200B ")).contains("A 1001");
    }

    @ParameterizedTest
    @CsvSource({"+36 30 111 2233,+36301112233", "06-30/111-2233,+36301112233"})
    void givenNumberOfRegion_whenReading_thenInternational(String given, String expected) {
        Fields fields = spec(FieldType.PHONE, false).read(Map.of("x", given), BUDAPEST, Optional.of("HU"));

        assertThat(fields.find("x")).contains(expected);
    }

    @Test
    void givenNationalNumberWithoutRegion_whenReading_thenNotGuessed() {
        assertProblem(FieldType.PHONE, "30 111 2233", "phone_region");
        assertThat(read(FieldType.PHONE, "+36 30 111 2233")).contains("+36301112233");
    }

    @Test
    void givenNoNumber_whenReading_thenRefused() {
        assertProblem(FieldType.PHONE, "+12", "field_phone");
        assertProblem(FieldType.PHONE, "+36 30 111 2233 / +36 30 111 2244", "field_phone");
        assertThatThrownBy(() -> spec(FieldType.PHONE, false).read(Map.of("x", "1"), MOSCOW, Optional.of("XX")))
                .hasMessage("region: field_region");
    }

    @Test
    void givenAddresses_whenReading_thenDomainInSmallLetters() {
        assertThat(read(FieldType.EMAIL, " Ada@Example.COM ")).contains("Ada@example.com");
        assertProblem(FieldType.EMAIL, "ada@localhost", "field_email");
        assertProblem(FieldType.EMAIL, "a@b.hu, c@d.hu", "field_email");
    }

    @Test
    void givenWordsForTrue_whenReading_thenOneSpelling() {
        assertThat(read(FieldType.FLAG, "Да")).contains("true");
        assertThat(read(FieldType.FLAG, "0")).contains("false");
        assertProblem(FieldType.FLAG, "maybe", "field_flag");
    }

    @Test
    void givenWholeNumbers_whenReading_thenOneSpelling() {
        assertThat(read(FieldType.NUMBER, "1 000 042")).contains("1000042");
        assertThat(read(FieldType.NUMBER, "-7")).contains("-7");
        assertProblem(FieldType.NUMBER, "1,5", "field_number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD800", "\u001B[31m"})
    void givenCharacterThatCannotBeStored_whenReading_thenRefused(String given) {
        for (FieldType type : FieldType.values()) {
            assertProblem(type, given, "field_characters");
        }
    }

    @Test
    void givenTooLong_whenReading_thenRefused() {
        assertProblem(FieldType.TEXT, "a".repeat(4001), "field_too_long");
        assertProblem(FieldType.KEY, "a".repeat(121), "field_too_long");
        assertThat(read(FieldType.TEXT, "a".repeat(4000))).isPresent();
    }

    @Test
    void givenRequiredFieldEmpty_whenReading_thenMissing() {
        for (String empty : List.of("", " ", "\u200B", "00000000-0000-0000-0000-000000000000")) {
            assertThatThrownBy(() -> spec(FieldType.REFERENCE, true).read(Map.of("x", empty), MOSCOW, Optional.empty()))
                    .hasMessage("x: field_missing");
        }
        assertThatThrownBy(() -> spec(FieldType.TEXT, true).read(Map.of(), MOSCOW, Optional.empty()))
                .hasMessage("x: field_missing");
    }

    @Test
    void givenUnknownField_whenReading_thenNamed() {
        assertThatThrownBy(() -> spec(FieldType.TEXT, false).read(Map.of("y", "1"), MOSCOW, Optional.empty()))
                .hasMessage("y: field_unknown");
        assertThatThrownBy(() -> spec(FieldType.TEXT, false).read(Map.of("field_", "1"), MOSCOW, Optional.empty()))
                .hasMessage("field_: field_unknown");
    }

    @Test
    void givenFieldsInAnyOrder_whenReading_thenOneOrder() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("field_b", "2");
        given.put("field_a", "1");
        given.put("x", "t");

        Fields fields = spec(FieldType.TEXT, false).read(given, MOSCOW, Optional.empty());

        assertThat(fields.asMap().keySet()).containsExactly("x", "field_a", "field_b");
    }

    private static Optional<String> read(FieldType type, String given) {
        return spec(type, false)
                .read(Map.of("x", given), MOSCOW, Optional.empty())
                .find("x");
    }

    private static void assertProblem(FieldType type, String given, String code) {
        assertThatThrownBy(() -> read(type, given))
                .as("%s %s", type, given)
                .isInstanceOf(FieldException.class)
                .hasMessage("x: " + code);
    }

    private static ActionSpec spec(FieldType type, boolean required) {
        FieldSpec field = new FieldSpec("x", type, required, "", "");
        return new ActionSpec(
                "test.spec", "", Effect.READ, "", Optional.empty(), false, List.of(field), List.of(), "field_");
    }
}
