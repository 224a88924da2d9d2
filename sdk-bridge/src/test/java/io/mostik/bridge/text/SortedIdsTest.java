package io.mostik.bridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortedIdsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00.123Z");

    private final SortedIds ids = new SortedIds();

    @Test
    void givenOneMillisecond_whenMany_thenInOrderAndApart() {
        List<String> made = Stream.generate(() -> ids.next(NOW)).limit(2_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
    }

    @Test
    void givenClockThatGoesBack_whenNext_thenStillLater() {
        List<String> made = new ArrayList<>();
        for (int back = 0; back < 5; back++) {
            made.add(ids.next(NOW.minusSeconds(back)));
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givenInstant_whenFirst_thenSplitsByTime() {
        assertThat(SortedIds.first(NOW)).isEqualTo("01M8RGR0BV0000000000000000").isLessThan(ids.next(NOW));
        assertThat(SortedIds.first(NOW.plusMillis(1))).isGreaterThan(ids.next(NOW));
    }
}
