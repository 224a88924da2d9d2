package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private final ManualTime time = new ManualTime();

    @Test
    void givenSeconds_whenRead_thenWaitsSoMany() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(" 7 "))), time))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void givenDate_whenTheVendorTellsItsClock_thenThatClockCounts() {
        ApiResponse answer = answer(Map.of(
                "Date", List.of("Mon, 02 Mar 2026 10:10:00 GMT"),
                "Retry-After", List.of("Mon, 02 Mar 2026 10:10:30 GMT")));

        assertThat(RetryAfter.of(answer, time)).contains(Duration.ofSeconds(30));
    }

    @Test
    void givenDateWithoutTheVendorsClock_whenRead_thenOurClockCounts() {
        assertThat(RetryAfter.of(answer(Map.of("retry-after", List.of("Mon, 02 Mar 2026 09:00:30 GMT"))), time))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void givenDateThatIsPast_whenRead_thenWaitsNoTime() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of("Mon, 02 Mar 2026 08:00:00 GMT"))), time))
                .contains(Duration.ZERO);
    }

    @Test
    void givenTwoHeaders_whenRead_thenTheLongerCounts() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of("3", "9"))), time))
                .contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "90", "999999999999"})
    void givenNumber_whenRead_thenEveryDigitCounts(String value) {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(value))), time))
                .contains(Duration.ofSeconds(Long.parseLong(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", ":", "1000000000000", "", "abc", "-5", "1.", ".5", "1.5s", "99999999999999999999", "٣"})
    void givenGarbage_whenRead_thenCountsAsAbsent(String value) {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(value))), time))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 02 Mar 2026 09:00:30 GMT",
                "Monday, 02-Mar-26 09:00:30 GMT",
                "Mon Mar  2 09:00:30 2026",
                "Mon Mar 2 09:00:30 2026"
            })
    void givenAnyFormOfDate_whenRead_thenWaitsUntilThen(String date) {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(date))), time))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void givenFractionOfASecond_whenRead_thenItCounts() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of("1.5"))), time))
                .contains(Duration.ofMillis(1_500));
    }

    private static ApiResponse answer(Map<String, List<String>> headers) {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return new ApiResponse(429, new ApiHeaders(anyCase), ResponseBody.EMPTY);
    }
}
