package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.test.NodeStore.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@link FeedContract} at every place and every trip to the store, for one feed of each way of reading.
 * {@code -Dmostik.feed.seeds=10000} for the long run of the interleavings.
 */
public abstract class FullFeedContract extends FeedContract {

    static LongStream allSeeds() {
        return LongStream.range(0, Integer.getInteger("mostik.feed.seeds", 50));
    }

    static IntStream allPlaces() {
        return IntStream.range(0, PLACES);
    }

    static Stream<Point> allTrips() {
        return points(5);
    }

    static Stream<Arguments> allDeaths() {
        return Stream.of(true, false)
                .flatMap(every -> points(every ? PLACES : 5).map(point -> Arguments.of(every, point)));
    }

    static Stream<Arguments> allPlacesAndModes() {
        return allPlaces().boxed().flatMap(place -> Stream.of(Arguments.of(place, true), Arguments.of(place, false)));
    }

    private static Stream<Point> points(int trips) {
        return IntStream.range(0, trips)
                .boxed()
                .flatMap(trip -> Stream.of(new Point(trip, true), new Point(trip, false)));
    }

    @Override
    @ParameterizedTest
    @MethodSource("allSeeds")
    void givenWritesBetweenPages_whenPolling_thenEachStateOnce(long seed) {
        super.givenWritesBetweenPages_whenPolling_thenEachStateOnce(seed);
    }

    @Override
    @ParameterizedTest
    @MethodSource("allTrips")
    void givenSecondNode_whenItPollsMeanwhile_thenEachOnce(Point point) {
        super.givenSecondNode_whenItPollsMeanwhile_thenEachOnce(point);
    }

    @Override
    @ParameterizedTest
    @MethodSource("allPlaces")
    void givenRecordInHand_whenSecondPolls_thenBusy(int place) {
        super.givenRecordInHand_whenSecondPolls_thenBusy(place);
    }

    @Override
    @ParameterizedTest
    @MethodSource("allPlacesAndModes")
    void givenSleepPastLease_whenWaking_thenStops(int place, boolean everyRecord) {
        super.givenSleepPastLease_whenWaking_thenStops(place, everyRecord);
    }

    @Override
    @ParameterizedTest
    @MethodSource("allDeaths")
    void givenDeath_whenAnotherGoesOn_thenNothingLost(boolean everyRecord, Point point) {
        super.givenDeath_whenAnotherGoesOn_thenNothingLost(everyRecord, point);
    }

    @Override
    @ParameterizedTest
    @MethodSource("allPlacesAndModes")
    void givenConsumerThatThrows_whenPolling_thenGoesOnThere(int place, boolean everyRecord) {
        super.givenConsumerThatThrows_whenPolling_thenGoesOnThere(place, everyRecord);
    }

    @Override
    @ParameterizedTest
    @MethodSource("allPlaces")
    void givenStateOfTheCaller_whenConsumerThrows_thenHandsItOver(int place) {
        super.givenStateOfTheCaller_whenConsumerThrows_thenHandsItOver(place);
    }

    @Test
    void givenSlowConsumer_whenThreeLeasesPass_thenStillHeld() throws InterruptedException {
        fill();
        CountDownLatch renewals = new CountDownLatch(12);
        NodeStore node = new NodeStore(StateStore.inMemory());
        IntStream.range(2, 200).forEach(trip -> node.at(new Point(trip, false), renewals::countDown));
        List<FeedPoll> second = new ArrayList<>();
        FeedReader reader = vendor.reader(node, TimeSource.system()).lease(Duration.ofMillis(600));

        FeedPoll first = reader.poll(at(0, () -> {
            await(renewals);
            second.add(reader.poll(delivered::add));
        }));

        assertThat(second).hasSize(1).allMatch(FeedPoll::isBusy);
        assertThat(first.isComplete()).isTrue();
        assertEachOnce();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).as("renewals came").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
