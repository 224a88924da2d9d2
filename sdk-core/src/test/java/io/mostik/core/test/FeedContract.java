package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.test.NodeStore.NodeDied;
import io.mostik.core.test.NodeStore.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every feed keeps to, over whatever vendor, at a few places of its pages and trips. A feed's test class extends it and
 * says how its vendor is played. What all feeds share is tried at every place by {@link FullFeedContract}.
 */
public abstract class FeedContract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LEASE_AND_MORE = LEASE.plusSeconds(1);
    static final int PLACES = 7;

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    final List<String> delivered = new ArrayList<>();
    FeedVendor vendor;

    /** Returns a vendor without records, whose clock stands at an instant until it is moved. */
    protected abstract FeedVendor vendor(Instant now);

    /** Returns how many pages are read for so many pages of records; as many, unless the vendor sorts by something else. */
    protected int pagesFor(int pages) {
        return pages;
    }

    @BeforeEach
    void startVendor() {
        vendor = vendor(NINE);
    }

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    static IntStream places() {
        return IntStream.of(0, 3, PLACES - 1);
    }

    static Stream<Point> trips() {
        return Stream.of(new Point(1, false), new Point(2, true), new Point(4, false));
    }

    static Stream<Arguments> deaths() {
        return Stream.of(
                Arguments.of(true, new Point(2, false)),
                Arguments.of(true, new Point(5, true)),
                Arguments.of(false, new Point(1, false)),
                Arguments.of(false, new Point(3, true)));
    }

    static Stream<Arguments> placesAndModes() {
        return Stream.of(Arguments.of(0, true), Arguments.of(3, false), Arguments.of(4, true));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givenWritesBetweenPages_whenPolling_thenEachStateOnce(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            NodeStore node = new NodeStore(store);
            for (int trip = 0; trip < 8; trip++) {
                node.at(new Point(trip, random.nextBoolean()), () -> stir(random));
            }
            pollUntilTired(node, random);
        }
        pollAll();

        assertThat(delivered).as("doubled with seed %d", seed).doesNotHaveDuplicates();
        assertNothingLost("seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("trips")
    void givenSecondNode_whenItPollsMeanwhile_thenEachOnce(Point point) {
        fill();
        NodeStore first = new NodeStore(store).at(point, () -> poll(store));

        poll(first);
        pollAll();

        assertEachOnce();
    }

    @ParameterizedTest
    @MethodSource("places")
    void givenRecordInHand_whenSecondPolls_thenBusy(int place) {
        fill();
        List<FeedPoll> second = new ArrayList<>();

        poll(store, at(place, () -> second.add(poll(store))));

        assertThat(second).hasSize(1).allMatch(FeedPoll::isBusy);
        assertEachOnce();
    }

    @ParameterizedTest
    @MethodSource("placesAndModes")
    void givenSleepPastLease_whenWaking_thenStops(int place, boolean everyRecord) {
        fill();
        List<String> atSleep = new ArrayList<>();
        List<FeedPoll> second = new ArrayList<>();
        FeedPoll first = reader(store).everyRecord(everyRecord).poll(at(place, () -> {
            atSleep.addAll(delivered);
            advance(LEASE_AND_MORE);
            second.add(poll(store));
        }));

        assertThat(second).hasSize(1).allMatch(FeedPoll::isComplete);
        assertThat(first.end()).isEqualTo(last(place) ? first.end() : FeedPoll.End.TAKEN_OVER);
        assertThat(delivered).hasSize(atSleep.size() + second.get(0).delivered() + 1);
        assertThat(repeated()).isLessThanOrEqualTo(everyRecord ? 1 : vendor.pageSize());
        assertNothingLost("place " + place);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void givenDeath_whenAnotherGoesOn_thenNothingLost(boolean everyRecord, Point point) {
        fill();
        NodeStore dying = new NodeStore(store).dyingAt(point);
        assertThat(catchThrowable(() -> reader(dying).everyRecord(everyRecord).poll(delivered::add)))
                .isInstanceOf(NodeDied.class);

        advance(LEASE_AND_MORE);
        pollAll();

        assertNothingLost("death at " + point);
        assertThat(repeated()).isLessThanOrEqualTo(everyRecord ? 1 : vendor.pageSize());
    }

    @Test
    void givenDeath_whenLeaseLasts_thenOthersAreBusy() {
        fill();
        NodeStore dying = new NodeStore(store).dyingAt(new Point(2, true));
        assertThat(catchThrowable(() -> poll(dying))).isInstanceOf(NodeDied.class);

        advance(LEASE.minusSeconds(1));
        FeedPoll early = poll(store);
        advance(Duration.ofSeconds(1));

        assertThat(early.isBusy()).isTrue();
        assertThat(poll(store).isComplete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("placesAndModes")
    void givenConsumerThatThrows_whenPolling_thenGoesOnThere(int place, boolean everyRecord) {
        fill();
        int index = index(place);
        assertThatThrownBy(() -> reader(store).everyRecord(everyRecord).poll(row -> {
                    if (delivered.size() == index) {
                        throw new UnsupportedOperationException("not now");
                    }
                    delivered.add(row);
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(delivered).hasSize(index);
        assertThat(pollAll().isBusy()).isFalse();

        assertEachOnce();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60, 3_600, 86_400 * 365})
    void givenFutureRow_whenOthersFollow_thenTheyCome(long seconds) {
        fill();
        vendor.add(now().plusSeconds(seconds));
        FeedPoll first = pollAll();
        for (int minute = 0; minute < 10; minute++) {
            advance(Duration.ofMinutes(1));
            vendor.add(now());
            pollAll();
        }

        assertThat(first.ahead()).isEqualTo(1);
        assertEachOnce();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 30, 60, 119})
    void givenLateRow_whenPollingAgain_thenItComesOnce(long seconds) {
        fill();
        pollAll();

        vendor.add(now().minusSeconds(seconds));
        int late = pollAll().delivered();
        int again = pollAll().delivered();

        assertThat(late).isEqualTo(1);
        assertThat(again).isZero();
        assertEachOnce();
    }

    @Test
    void givenLateRowInSlowPoll_whenPollingAgain_thenItComes() {
        fill();
        Instant start = now();
        vendor.reader(store, time).lease(Duration.ofHours(2)).poll(at(4, () -> {
            vendor.add(start.minusSeconds(2L * vendor.pageSize()));
            advance(Duration.ofMinutes(70));
            vendor.add(now());
        }));

        pollAll();

        assertEachOnce();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -3_600, -1, 1, 3_600, 86_400})
    void givenNodeWithOtherClock_whenPolling_thenEachOnce(long seconds) {
        ManualTime skewed = new ManualTime();
        skewed.set(NINE.plusSeconds(seconds));
        for (int round = 0; round < 4; round++) {
            fill();
            TimeSource clock = round % 2 == 0 ? skewed : time;
            vendor.reader(store, clock).poll(delivered::add);
        }

        assertEachOnce();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -3_600, 3_600, 86_400})
    void givenStoreWithOtherClock_whenPolling_thenEachOnce(long seconds) {
        ManualTime skewed = new ManualTime();
        skewed.set(NINE.plusSeconds(seconds));
        StateStore other = StateStore.inMemory(skewed);
        for (int round = 0; round < 4; round++) {
            fill();
            skewed.advance(Duration.ofSeconds(vendor.pageSize()));
            vendor.reader(other, time).poll(delivered::add);
        }

        assertEachOnce();
    }

    @Test
    void givenStateOfTheCaller_whenPolling_thenStoreStaysEmpty() {
        Optional<String> state = Optional.empty();
        for (int round = 0; round < 3; round++) {
            fill();
            state = Optional.of(reader(store).poll(state, delivered::add));
            advance(Duration.ofSeconds(30));
        }

        assertThat(store.list("", "", 10)).isEmpty();
        assertEachOnce();
    }

    @ParameterizedTest
    @MethodSource("places")
    void givenStateOfTheCaller_whenConsumerThrows_thenHandsItOver(int place) {
        fill();
        List<String> states = new ArrayList<>();
        int index = index(place);
        assertThatThrownBy(() -> reader(store).poll(Optional.empty(), failingAt(index), states::add))
                .isInstanceOf(UnsupportedOperationException.class);

        Optional<String> last = states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
        String next = reader(store).poll(last, delivered::add);

        assertThat(next).isNotEmpty();
        assertEachOnce();
    }

    @Test
    void givenPages_whenPolling_thenCostsOneTripEachAndTwo() {
        fill();
        NodeStore node = new NodeStore(store);
        poll(node);
        int full = node.trips();
        poll(node);

        int pages = pagesFor(1 + (vendor.states().size() - 1) / (vendor.pageSize() - 1));

        assertThat(full).isBetween(4, pages + 2);
        assertThat(node.trips() - full).isLessThanOrEqualTo(pages + 2);
    }

    @Test
    void givenNothingNew_whenPolling_thenCostsThreeTrips() {
        NodeStore node = new NodeStore(store);

        FeedPoll poll = poll(node);

        assertThat(poll).isEqualTo(new FeedPoll(0, 0, 0, FeedPoll.End.COMPLETE));
        assertThat(node.trips()).isEqualTo(3);
    }

    @Test
    void givenSkippedRecords_whenPolling_thenTheyAreCounted() {
        vendor.add(now());
        vendor.add(now());
        pollAll();

        FeedPoll again = pollAll();

        assertThat(again).isEqualTo(new FeedPoll(0, 2, 0, FeedPoll.End.COMPLETE));
    }

    /** Two pages and some, a second apart, until now. */
    void fill() {
        for (int i = 0; i <= 2 * vendor.pageSize(); i++) {
            advance(Duration.ofSeconds(1));
            vendor.add(now());
        }
    }

    private void stir(Random random) {
        advance(Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(20) : 0));
        int changes = random.nextInt(2 + vendor.pageSize() / 2);
        for (int i = 0; i < changes; i++) {
            int known = vendor.states().size();
            if (known == 0 || random.nextInt(3) > 0) {
                vendor.add(random.nextInt(4) > 0 ? now() : now().minusSeconds(random.nextInt(60)));
            } else {
                vendor.change(random.nextInt(known));
            }
        }
    }

    private void pollUntilTired(StateStore node, Random random) {
        int patience = random.nextInt(3) == 0 ? random.nextInt(20) : Integer.MAX_VALUE;
        try {
            reader(node).poll(failingAt(patience == Integer.MAX_VALUE ? patience : delivered.size() + patience));
        } catch (UnsupportedOperationException e) {
            assertThat(patience).isLessThan(20);
        }
    }

    private Consumer<String> failingAt(int size) {
        return row -> {
            if (delivered.size() >= size) {
                throw new UnsupportedOperationException("enough");
            }
            delivered.add(row);
        };
    }

    /** Spreads places over all records, with those around the ends of pages. */
    private int index(int place) {
        int page = vendor.pageSize();
        return List.of(0, 1, page - 1, page, page + 1, 2 * page - 1, 2 * page).get(place);
    }

    private boolean last(int place) {
        return index(place) == 2 * vendor.pageSize();
    }

    /** Takes records, and does something while it has one of them in hand. */
    Consumer<String> at(int place, Runnable event) {
        int[] count = {0};
        return row -> {
            if (count[0] == index(place)) {
                event.run();
            }
            count[0]++;
            delivered.add(row);
        };
    }

    private FeedReader reader(StateStore node) {
        return vendor.reader(node, time).lease(LEASE);
    }

    private FeedPoll poll(StateStore node) {
        return poll(node, delivered::add);
    }

    private FeedPoll poll(StateStore node, Consumer<String> consumer) {
        return reader(node).poll(consumer);
    }

    private FeedPoll pollAll() {
        return poll(store);
    }

    private void advance(Duration step) {
        time.advance(step);
        vendor.advance(step);
    }

    private Instant now() {
        return time.now();
    }

    private int repeated() {
        return delivered.size() - new HashSet<>(delivered).size();
    }

    void assertEachOnce() {
        assertThat(delivered).doesNotHaveDuplicates();
        assertNothingLost("");
    }

    private void assertNothingLost(String what) {
        Map<String, String> last = new LinkedHashMap<>();
        delivered.forEach(row -> last.put(row.substring(0, row.indexOf('=')), row.substring(row.indexOf('=') + 1)));
        assertThat(last).as("what was delivered last: %s", what).containsAllEntriesOf(vendor.states());
    }
}
