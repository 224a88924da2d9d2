package io.mostik.remonline.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Page;
import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 6,000 orders were changed within a minute, a hundred in each second: two pages. */
class BusyMinuteTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final int ORDERS = 6_000;
    private static final int PAGE = 50;

    private final ManualTime time = new ManualTime();
    private final MortalStore store = MortalStore.over(StateStore.inMemory(time));
    private final List<ChangingRows.Row> rows = LongStream.range(0, ORDERS)
            .mapToObj(id -> new ChangingRows.Row(90_412_000 + id, NINE.minusSeconds(60 - id / 100), 1))
            .toList();

    private Feed<ChangingRows.Row> feed() {
        ChangeSource<ChangingRows.Row> source = (range, page) -> {
            List<ChangingRows.Row> found = rows.stream()
                    .filter(row -> !row.modified().isBefore(range.from()))
                    .toList();
            List<ChangingRows.Row> items =
                    found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
            boolean more = page * PAGE < found.size();
            return new Page<>(
                    items,
                    more ? Optional.of(Integer.toString(page + 1)) : Optional.empty(),
                    OptionalLong.of(found.size()));
        };
        ChangeKey<ChangingRows.Row> key =
                new ChangeKey<>("rows", ChangingRows.Row::id, row -> Optional.of(row.modified()), true);
        return Feed.of(store, time, "copy", new ChangedRows<>(source, key, Optional::empty, time));
    }

    @Test
    void givenBusyMinute_whenPolling_thenKeepsNothingTwice() {
        Set<Long> taken = new HashSet<>();

        int delivered = feed().poll(row -> taken.add(row.id())).delivered();

        assertThat(delivered).isEqualTo(ORDERS);
        assertThat(taken).hasSize(ORDERS);
        // Two for the lease, one for each page with something new, one for each second that is done.
        assertThat(store.trips()).isLessThanOrEqualTo(2 + ORDERS / PAGE + 60 + 2);
        assertThat(feed().state().orElseThrow().length()).isLessThan(200_000);
    }
}
