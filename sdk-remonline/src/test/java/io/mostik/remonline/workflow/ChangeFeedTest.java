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
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** {@code -Dmostik.interleavings=10000} for the long run. */
class ChangeFeedTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static final ChangeKey<ChangingRows.Row> KEY =
            new ChangeKey<>("rows", ChangingRows.Row::id, row -> Optional.of(row.modified()), true);

    private final StateStore store = StateStore.inMemory();
    private final ManualTime time = new ManualTime();

    private static final int INTERLEAVINGS = Integer.getInteger("mostik.interleavings", 60);

    @Test
    void givenEditsWhilePaging_whenPolling_thenNoneLostOrRepeated() {
        walk("sorted", ChangingRows::sorted);
    }

    /** The vendor ignores the order that is asked for, as of lists whose order it does not document. */
    @Test
    void givenAnyOrderOfRows_whenPolling_thenNoneLostOrRepeated() {
        walk("in any order", ChangingRows::unsorted);
    }

    private static void walk(String order, LongFunction<ChangingRows> vendors) {
        long delivered = 0;
        long deleted = 0;
        long ahead = 0;
        for (int seed = 0; seed < INTERLEAVINGS; seed++) {
            ChangingRows vendor = vendors.apply(seed);
            delivered += assertNothingLostOrDoubled(seed, vendor);
            deleted += vendor.deleted();
            ahead += vendor.ahead();
        }

        System.out.println("feed over rows " + order + ": seeds 0 to " + (INTERLEAVINGS - 1) + ", " + delivered
                + " states delivered, " + deleted + " rows deleted and " + ahead
                + " dated ahead meanwhile, 0 missed, 0 twice");
        assertThat(deleted).isPositive();
        assertThat(ahead).isPositive();
    }

    private static int assertNothingLostOrDoubled(long seed, ChangingRows vendor) {
        StateStore store = StateStore.inMemory(vendor.time());
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
        return delivered.size();
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
        ManualTime time = vendor.time();
        return Feed.of(
                        store,
                        time,
                        "remonline.changes.rows",
                        new ChangedRows<>(vendor, vendor.key(), () -> Optional.of(time.now()), time))
                .overlap(ChangingRows.LATEST);
    }

    private static Feed<ChangingRows.Row> feed(
            ChangeSource<ChangingRows.Row> source, ManualTime time, StateStore store) {
        return Feed.of(store, time, "remonline.changes.rows", new ChangedRows<>(source, KEY, Optional::empty, time));
    }

    @Test
    void givenQuietVendor_whenPollingAgain_thenAsksOnlyTheOverlap() {
        List<Instant> asked = new ArrayList<>();
        ChangeSource<ChangingRows.Row> source = (range, page) -> {
            asked.add(range.from());
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
    void givenChangeInSameSecond_whenPollingAgain_thenDeliversIt() {
        List<ChangingRows.Row> rows = new ArrayList<>(List.of(new ChangingRows.Row(1, NINE, 1)));
        Feed<ChangingRows.Row> feed = feed((range, page) -> Page.last(rows), time, store);
        feed.poll(row -> {});

        rows.set(0, new ChangingRows.Row(1, NINE, 2));

        assertThat(feed.poll(row -> {}).delivered()).isEqualTo(1);
    }

    @Test
    void givenIgnoredSort_whenPolling_thenSaysSoAndLosesNoRows() {
        ChangeSource<ChangingRows.Row> source = (range, page) ->
                Page.last(List.of(new ChangingRows.Row(1, NINE, 1), new ChangingRows.Row(2, NINE.minusSeconds(1), 1)));

        assertThatThrownBy(() -> feed(source, time, store).poll(row -> {}))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("not in the order");
    }

    @Test
    void givenVendorThatIgnoresThePage_whenPolling_thenEnds() {
        ChangeSource<ChangingRows.Row> source = (range, page) ->
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

        feed((range, page) -> Page.last(List.of(known, fresh)), time, store).poll(delivered::add);

        assertThat(delivered).containsExactly(fresh);
    }

    @Test
    void givenVendorClockBehind_whenRowIsAhead_thenPositionStays() {
        Instant vendorNow = NINE.minusSeconds(3_600);
        ChangeSource<ChangingRows.Row> source =
                (range, page) -> Page.last(List.of(new ChangingRows.Row(1, NINE.minusSeconds(600), 1)));
        Feed<ChangingRows.Row> feed =
                Feed.of(store, time, "rows", new ChangedRows<>(source, KEY, () -> Optional.of(vendorNow), time));

        FeedPoll poll = feed.poll(row -> {});

        assertThat(poll.ahead()).isEqualTo(1);
        assertThat(feed.upTo()).contains(vendorNow);
    }
}
