package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02 10:15:00",
                "2026-03-02 10:15",
                "2026-03-02T10:15:00",
                "2026.03.02 10:15:00",
                "2026. 03. 02. 10:15:00",
                "2026. 3. 2. 10:15",
                "2026/03/02 10:15:00",
                "02.03.2026 10:15",
                "2.3.2026, 10:15:00",
                "2026-03-02T09:15:00Z",
                "2026-03-02T10:15:00+01:00",
                "2026-03-02T10:15:00 01:00",
                "2026-03-02 10:15:00+0100",
                "2026-03-02 10:15:00 +01:00",
                "Mon, 02 Mar 2026 09:15:00 +0000",
                "Mon, 2 Mar 2026 09:15:00 GMT",
                "1772442900",
                "1772442900000",
                "1772442900000000",
                "1772442900.0",
                "63939662100"
            })
    void givenSpellingOfATime_whenReading_thenIsRead(String text) {
        assertThat(Times.instant(text, BUDAPEST, List.of())).contains(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @Test
    void givenFractions_whenReading_thenTheyCount() {
        assertThat(Times.instant("1772442900.25", BUDAPEST, List.of()))
                .contains(Instant.ofEpochMilli(1_772_442_900_250L));
        assertThat(Times.instant("1772442900250", BUDAPEST, List.of()))
                .contains(Instant.ofEpochMilli(1_772_442_900_250L));
        assertThat(Times.instant("2026-03-02 10:15:00.25", BUDAPEST, List.of()))
                .contains(Instant.ofEpochMilli(1_772_442_900_250L));
    }

    @Test
    void givenOwnPattern_whenReading_thenComesFirst() {
        assertThat(Times.instant("03/02/2026 10:15", BUDAPEST, List.of("MM/dd/yyyy HH:mm")))
                .contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(Times.instant("20260302101500 +0100", BUDAPEST, List.of("yyyyMMddHHmmss Z")))
                .contains(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-02 10:15",
                "31.02.2026 10:15",
                "177244290",
                "99999999999999999999",
                "10:15",
                "-1"
            })
    void givenNoTime_whenReading_thenIsNothing(String text) {
        assertThat(Times.instant(text, BUDAPEST, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "185, 185",
        "185.7, 185",
        "185s, 185",
        "185 sec, 185",
        "185000ms, 185",
        "03:05, 185",
        "00:03:05, 185",
        "185 mp, 185"
    })
    void givenSpellingOfALength_whenReading_thenIsRead(String text, long seconds) {
        assertThat(Times.duration(text, ChronoUnit.SECONDS)).contains(Duration.ofSeconds(seconds));
        assertThat(Times.duration("185000", ChronoUnit.MILLIS)).contains(Duration.ofSeconds(185));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "1:99", "999999999999999"})
    void givenNoLength_whenReading_thenIsNothing(String text) {
        assertThat(Times.duration(text, ChronoUnit.SECONDS)).isEmpty();
    }
}
