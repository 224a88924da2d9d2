package io.mostik.remonline.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.legacy.LegacyOrderQuery;
import io.mostik.remonline.orders.OrderQuery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void givenEitherDirection_whenTurned_thenHasOneMinusAtMost() {
        assertThat(Sort.ID.descending().descending()).isEqualTo(new Sort("-id"));
        assertThat(Sort.ID.descending().ascending()).isEqualTo(Sort.ID);
        assertThat(Sort.ID.ascending()).isEqualTo(Sort.ID);
    }

    @Test
    void givenRanges_whenWritten_thenEachGenerationHasItsTimes() {
        JsonCodec codec = JsonCodec.builder().snakeCase().wholeSeconds().build();

        assertThat(codec.fields(OrderQuery.builder()
                        .closedSince(NINE)
                        .dueBetween(NINE, NINE.plusSeconds(5))
                        .sort(Sort.DUE_DATE.descending())
                        .build()))
                .containsEntry("closed_at", List.of("2026-03-02T09:00:00Z"))
                .containsEntry("due_date", List.of("2026-03-02T09:00:00Z", "2026-03-02T09:00:05Z"))
                .containsEntry("sort", "-due_date")
                .hasSize(3);
        assertThat(codec.fields(LegacyOrderQuery.builder()
                        .doneBetween(NINE, NINE.plusMillis(5))
                        .sortDir(SortDirection.DESCENDING)
                        .build()))
                .containsEntry("done_at", List.of(1772442000000L, 1772442000005L))
                .containsEntry("sort_dir", "desc")
                .hasSize(2);
    }
}
