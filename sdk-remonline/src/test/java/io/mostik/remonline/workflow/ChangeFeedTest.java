package io.mostik.remonline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Page;
import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dmostik.interleavings=10000} for the long run. */
class ChangeFeedTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final StateStore store = StateStore.inMemory();
    private final ManualTime time = new ManualTime();

    @Test
    void givenEditsWhilePaging_whenPolling_thenLosesNothingAndDeliversNothingTwice() {
        int interleavings = Integer.getInteger("mostik.interleavings", 200);

        for (int seed = 0; seed < interleavings; seed++) {
            assertNothingLostOrDoubled(seed);
        }
    }

    private static void assertNothingLostOrDoubled(long seed) {
        ChangingRows vendor = new ChangingRows(seed);
        StateStore store = StateStore.inMemory();
        Random random = new Random(~seed);
        List<ChangingRows.Row> delivered = new ArrayList<>();
        for (int poll = 0; poll < 6; poll++) {
            vendor.restless(random.nextInt(40));
            poll(feed(vendor, store), random, delivered);
        }
        vendor.restless(0);
        feed(vendor, store).poll(delivered::add);

        Map<Long, Integer> last = new HashMap<>();
        delivered.forEach(row -> last.put(row.id(), row.version()));
        assertThat(delivered).as("doubled with seed " + seed).doesNotHaveDuplicates();
        assertThat(vendor.rows())
                .as("lost with seed " + seed)
                .allSatisfy(row -> assertThat(last).containsEntry(row.id(), row.version()));
    }

    /** Sometimes the consumer fails, as when the process is stopped; the next poll goes on from there. */
    private static void poll(Feed<ChangingRows.Row> feed, Random random, List<ChangingRows.Row> delivered) {
        int patience = random.nextInt(3) == 0 ? random.nextInt(20) : Integer.MAX_VALUE;
        int start = delivered.size();
        try {
            feed.poll(row -> {
                if (delivered.size() - start >= patience) {
                    throw new UnsupportedOperationException("enough");
                }
                delivered.add(row);
            });
        } catch (UnsupportedOperationException e) {
            assertThat(delivered.size() - start).isEqualTo(patience);
        }
    }

    private static Feed<ChangingRows.Row> feed(ChangingRows vendor, StateStore store) {
        return feed(vendor, vendor.time(), store).overlap(ChangingRows.LATEST);
    }

    private static Feed<ChangingRows.Row> feed(
            ChangeSource<ChangingRows.Row> source, ManualTime time, StateStore store) {
        return Feed.of(
                store,
                time,
                "remonline.changes.rows",
                new ChangedRows<>(source, ChangingRows.key(), Optional::empty, time));
    }

    @Test
    void givenQuietVendor_whenPollingAgain_thenDeliversNothingAndAsksFromTheOverlap() {
        List<Instant> asked = new ArrayList<>();
        ChangeSource<ChangingRows.Row> source = (from, page) -> {
            asked.add(from);
            return Page.last(List.of(new ChangingRows.Row(1, NINE, 1)));
        };
        Feed<ChangingRows.Row> feed =
                feed(source, time, store).since(NINE.minusSeconds(500)).overlap(Duration.ofSeconds(60));

        assertThat(feed.poll(row -> {}).delivered()).isEqualTo(1);
        assertThat(feed.poll(row -> {}).delivered()).isZero();

        assertThat(asked).containsExactly(NINE.minusSeconds(500), NINE.minusSeconds(60));
        assertThat(feed.upTo()).contains(NINE);
    }

    @Test
    void givenSameSecondButOtherContent_whenPollingAgain_thenDeliversIt() {
        List<ChangingRows.Row> rows = new ArrayList<>(List.of(new ChangingRows.Row(1, NINE, 1)));
        Feed<ChangingRows.Row> feed = feed((from, page) -> Page.last(rows), time, store);
        feed.poll(row -> {});

        rows.set(0, new ChangingRows.Row(1, NINE, 2));

        assertThat(feed.poll(row -> {}).delivered()).isEqualTo(1);
    }

    @Test
    void givenVendorThatIgnoresTheOrder_whenPolling_thenSaysSoInsteadOfLosingRows() {
        ChangeSource<ChangingRows.Row> source = (from, page) ->
                Page.last(List.of(new ChangingRows.Row(1, NINE, 1), new ChangingRows.Row(2, NINE.minusSeconds(1), 1)));

        assertThatThrownBy(() -> feed(source, time, store).poll(row -> {}))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("not in the order");
    }

    @Test
    void givenVendorThatIgnoresThePage_whenPolling_thenEnds() {
        ChangeSource<ChangingRows.Row> source = (from, page) ->
                Page.of(List.of(new ChangingRows.Row(1, NINE, 1), new ChangingRows.Row(2, NINE, 1)), "next");

        assertThatThrownBy(() -> feed(source, time, store).poll(row -> {}))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("repeat themselves");
    }

    @Test
    void givenPositionOfEarlierRelease_whenPolling_thenGoesOn() {
        ChangingRows.Row known = new ChangingRows.Row(1, NINE, 1);
        ChangingRows.Row fresh = new ChangingRows.Row(2, NINE, 1);
        long nine = NINE.toEpochMilli();
        store.put(
                "remonline.changes.rows",
                nine + ";" + (nine - 120_000) + ";1:" + nine + ":" + Integer.toHexString(known.hashCode()));
        List<ChangingRows.Row> delivered = new ArrayList<>();

        feed((from, page) -> Page.last(List.of(known, fresh)), time, store).poll(delivered::add);

        assertThat(delivered).containsExactly(fresh);
    }

    @Test
    void givenVendorClockBehindOurs_whenRowIsAhead_thenPositionStaysAtIt() {
        Instant vendorNow = NINE.minusSeconds(3_600);
        ChangeSource<ChangingRows.Row> source =
                (from, page) -> Page.last(List.of(new ChangingRows.Row(1, NINE.minusSeconds(600), 1)));
        Feed<ChangingRows.Row> feed = Feed.of(
                store, time, "rows", new ChangedRows<>(source, ChangingRows.key(), () -> Optional.of(vendorNow), time));

        FeedPoll poll = feed.poll(row -> {});

        assertThat(poll.ahead()).isEqualTo(1);
        assertThat(feed.upTo()).contains(vendorNow);
    }
}
