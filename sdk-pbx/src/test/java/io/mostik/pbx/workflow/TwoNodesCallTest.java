package io.mostik.pbx.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Lease;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.workflow.CallNews.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two nodes over one store: one crashes, one is paused, one waits for the other. */
class TwoNodesCallTest {

    private static final Instant START = Instant.parse("2026-03-02T09:15:00Z");
    private static final CallRecord RINGING =
            CallRecord.builder().callId("c-1").startedAt(START).build();
    private static final CallRecord OVER = CallRecord.builder()
            .callId("c-1")
            .startedAt(START)
            .endedAt(START.plusSeconds(90))
            .build();

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<Change> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void givenNodeAtTheBegin_whenTheEndComesToAnother_thenItWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = new Thread(() -> node(store).accept(RINGING, news -> {
            begun.countDown();
            await(goOn);
            told.add(news.change());
        }));
        first.start();
        begun.await();

        boolean news = PbxWorkflows.of(store, new PausingTime(time, () -> finish(first, goOn)))
                .calls("pbx")
                .accept(OVER, update -> told.add(update.change()));

        assertThat(news).isTrue();
        assertThat(told).containsExactly(Change.BEGAN, Change.ENDED);
    }

    @TestFactory
    Stream<DynamicTest> givenCrashAnywhere_whenTheEndComes_thenItIsTold() {
        MortalStore counting = MortalStore.over(StateStore.inMemory(time));
        node(counting).accept(RINGING, news -> {});
        return IntStream.rangeClosed(1, counting.trips())
                .boxed()
                .flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)))
                .map(point -> dynamicTest("dies " + point, () -> dies(point)));
    }

    private void dies(Point point) {
        StateStore shared = StateStore.inMemory(time);
        List<Change> heard = new ArrayList<>();
        try {
            node(MortalStore.over(shared).dieAt(point)).accept(RINGING, news -> heard.add(news.change()));
        } catch (ProcessDeath e) {
            // what the other node finds
        }

        boolean news = node(shared).accept(OVER, update -> heard.add(update.change()));

        assertThat(news).isTrue();
        assertThat(heard).endsWith(Change.ENDED);
        assertThat(heard.stream().filter(Change.ENDED::equals)).hasSize(1);
    }

    @Test
    void givenPauseBeforeHandler_whenAnotherTakesOver_thenTellsOnce() {
        MortalStore paused = MortalStore.over(store);
        paused.at(Point.after(lastTripBeforeTheHandler()), () -> {
            time.advance(Duration.ofMinutes(1));
            node(store).accept(OVER, news -> told.add(news.change()));
        });

        boolean news = node(paused).accept(OVER, update -> told.add(update.change()));

        assertThat(news).isFalse();
        assertThat(told).containsExactly(Change.ENDED);
    }

    @Test
    void givenPauseInHandler_whenAnotherTellsEnd_thenEndStays() {
        boolean begun = node(store).accept(RINGING, first -> {
            time.advance(Duration.ofMinutes(1));
            node(store).accept(OVER, news -> told.add(news.change()));
        });

        boolean again = node(store).accept(OVER, news -> told.add(news.change()));

        assertThat(begun).isTrue();
        assertThat(again).as("the end is known, whatever the paused node wrote").isFalse();
        assertThat(told).containsExactly(Change.ENDED);
    }

    @Test
    void givenPauseAtEnd_whenAnotherTellsBeginning_thenEndStays() {
        node(store).accept(OVER, first -> {
            time.advance(Duration.ofMinutes(1));
            node(store).accept(RINGING, news -> told.add(news.change()));
        });

        boolean again = node(store).accept(RINGING, news -> told.add(news.change()));

        assertThat(again).isFalse();
        assertThat(told).containsExactly(Change.BEGAN);
    }

    @Test
    void givenEndlessHandler_whenAnotherWaits_thenTellsNothing() {
        try (Lease busy = Lease.tryAcquire(store, time, "pbx/calls/pbx/c-1", Duration.ofSeconds(10))
                .orElseThrow()) {
            CallTracker waiting =
                    PbxWorkflows.of(store, new PausingTime(time, busy::renew)).calls("pbx");

            assertThatIllegalStateException()
                    .isThrownBy(() -> waiting.accept(OVER, news -> told.add(news.change())))
                    .withMessageContaining("same call");
        }

        assertThat(told).isEmpty();
        assertThat(node(store).accept(OVER, news -> told.add(news.change()))).isTrue();
    }

    @Test
    void givenPauseAfterEachLease_whenNeverHeld_thenGivesUp() {
        AtomicInteger looks = new AtomicInteger();
        TimeSource slow = new PausingTime(time, () -> {}) {
            @Override
            public long nanoTime() {
                assertThat(looks.incrementAndGet()).isLessThan(100);
                time.advance(Duration.ofSeconds(11));
                return super.nanoTime();
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> PbxWorkflows.of(store, slow).calls("pbx").accept(OVER, news -> told.add(news.change())))
                .withMessageContaining("same call");
        assertThat(told).isEmpty();
    }

    @Test
    void givenOneLongPause_whenLeaseIsLost_thenTellsAllTheSame() {
        MortalStore paused = MortalStore.over(store);
        paused.at(Point.after(lastTripBeforeTheHandler()), () -> time.advance(Duration.ofMinutes(1)));

        boolean news = node(paused).accept(OVER, update -> told.add(update.change()));

        assertThat(news).isTrue();
        assertThat(told).containsExactly(Change.ENDED);
    }

    @Test
    void givenStoreFailureAfterHandler_whenRepeated_thenTellsAgain() {
        MortalStore failing = MortalStore.over(store);
        failing.failAt(Point.before(lastTripBeforeTheHandler() + 1));

        assertThatThrownBy(() -> node(failing).accept(OVER, news -> told.add(news.change())))
                .isInstanceOf(StateStoreException.class);
        boolean again = node(store).accept(OVER, news -> told.add(news.change()));

        assertThat(again).isTrue();
        assertThat(told).containsExactly(Change.ENDED, Change.ENDED);
    }

    @Test
    void givenKnownMessage_whenRepeated_thenOneRoundTrip() {
        node(store).accept(OVER, news -> {});
        MortalStore counting = MortalStore.over(store);

        node(counting).accept(OVER, news -> {});

        assertThat(counting.trips()).isEqualTo(1);
    }

    private int lastTripBeforeTheHandler() {
        MortalStore counting = MortalStore.over(StateStore.inMemory(time));
        List<Integer> trips = new ArrayList<>();
        node(counting).accept(OVER, news -> trips.add(counting.trips()));
        return trips.get(0);
    }

    private static void finish(Thread thread, CountDownLatch goOn) {
        goOn.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CallTracker node(StateStore connection) {
        return PbxWorkflows.of(connection, time).calls("pbx");
    }

    /** Time in whose pauses something else happens. */
    private static class PausingTime implements TimeSource {

        private final ManualTime time;
        private final Runnable meanwhile;

        PausingTime(ManualTime time, Runnable meanwhile) {
            this.time = time;
            this.meanwhile = meanwhile;
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            meanwhile.run();
            time.sleep(pause);
        }
    }
}
