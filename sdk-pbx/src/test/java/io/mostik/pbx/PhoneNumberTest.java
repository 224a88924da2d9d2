package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+36301112233, +36301112233",
        "36301112233, +36301112233",
        "0036301112233, +36301112233",
        "06301112233, +36301112233",
        "06 30 111-2233, +36301112233",
        "+36 (30) 111/2233, +36301112233",
        "+3615550100, +3615550100",
        "3615550100, +3615550100",
        "003615550100, +3615550100",
        "0615550100, +3615550100",
        "+3696555010, +3696555010",
        "3696555010, +3696555010",
        "0696555010, +3696555010",
        "+436641234567, +436641234567",
        "436641234567, +436641234567",
        "00436641234567, +436641234567",
    })
    void givenNumberInAnyForm_whenReading_thenKnowsItsE164AndItsText(String text, String e164) {
        PhoneNumber number = PhoneNumber.of(text);

        assertThat(number.e164()).contains(e164);
        assertThat(number.kind()).isEqualTo(PhoneNumber.Kind.PUBLIC);
        assertThat(number.original()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "101", "112", "61012"})
    void givenTwoToFiveDigits_whenReading_thenLeavesThemAlone(String text) {
        PhoneNumber number = PhoneNumber.of(text);

        assertThat(number.isExtension()).isTrue();
        assertThat(number.e164()).isEmpty();
        assertThat(number.original()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "anonymous", "Unknown", "PRIVATE", "Rejtett"})
    void givenWithheldCaller_whenReading_thenSaysSo(String text) {
        assertThat(PhoneNumber.of(text).isWithheld()).isTrue();
        assertThat(PhoneNumber.of(text)).isEqualTo(PhoneNumber.of("anonymous"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0630ALPHA",
                "0630111223",
                "063011122334455",
                "٠٦٣٠١١١٢٢٣٣",
                "+36+301112233",
                "--",
                "\u0000",
                "+99912345678"
            })
    void givenSomethingElse_whenReading_thenKeepsTheTextOnly(String text) {
        PhoneNumber number = PhoneNumber.of(text);

        assertThat(number.kind()).isEqualTo(PhoneNumber.Kind.UNREADABLE);
        assertThat(number.e164()).isEmpty();
        assertThat(number.original()).isEqualTo(text);
    }

    @Test
    void givenVeryLongText_whenReading_thenKeepsTheTextOnly() {
        assertThat(PhoneNumber.of("3".repeat(100_000)).kind()).isEqualTo(PhoneNumber.Kind.UNREADABLE);
    }

    @Test
    void givenOneNumberInTwoForms_whenComparing_thenAreEqual() {
        assertThat(PhoneNumber.of("06 30 111 2233"))
                .isEqualTo(PhoneNumber.of("+36301112233"))
                .hasSameHashCodeAs(PhoneNumber.of("+36301112233"))
                .isNotEqualTo(PhoneNumber.of("+36301112234"));
    }

    @Test
    void givenNumber_whenPrinting_thenMasksItsMiddle() {
        assertThat(PhoneNumber.of("06301112233")).hasToString("+363******33");
        assertThat(PhoneNumber.of("101")).hasToString("101");
        assertThat(PhoneNumber.of("abc")).hasToString("***");
        assertThat(PhoneNumber.of("")).hasToString("withheld");
    }

    @Test
    void givenUnknownRegion_whenReading_thenNamesIt() {
        assertThatThrownBy(() -> PhoneNumber.of("06301112233", "Hungary"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("region");
    }

    @ParameterizedTest
    @CsvSource({
        "E164, 36301112233",
        "E164_PLUS, +36301112233",
        "NATIONAL, 06301112233",
        "AS_IS, 06 30 111-2233",
    })
    void givenFormat_whenWriting_thenLooksSo(NumberFormat format, String expected) {
        assertThat(format.write(PhoneNumber.of("06 30 111-2233"), "HU")).isEqualTo(expected);
        assertThat(format.write(PhoneNumber.of("102"), "HU")).isEqualTo("102");
    }

    @Test
    void givenForeignNumber_whenWriting_thenBeginsWithTwoZeros() {
        assertThat(NumberFormat.NATIONAL.write(PhoneNumber.of("+436641234567"), "HU"))
                .isEqualTo("00436641234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "0630ALPHA", "0630111223"})
    void givenNoNumber_whenWriting_thenRefusesWithoutShowingIt(String text) {
        assertThat(NumberFormat.values())
                .allSatisfy(format -> assertThatThrownBy(() -> format.write(PhoneNumber.of(text), "HU"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("number")
                        .hasMessageNotContaining("0630ALPHA")
                        .hasMessageNotContaining("0630111223"));
    }
}
