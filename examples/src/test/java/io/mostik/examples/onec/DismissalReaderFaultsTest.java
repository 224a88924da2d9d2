package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import io.mostik.testing.onec.OnecBaseSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a look breaks off, each document is promised once, and none is missed. */
class DismissalReaderFaultsTest {

    private static final Duration LEASE_AND_MORE = Duration.ofMinutes(3);
    private static final int DOCUMENTS = 4;

    private final ManualTime time = new ManualTime();
    private final OnecBaseSimulator base = OnecBaseSimulator.start();
    private final List<OnecBase> opened = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(OnecBase::close);
        base.close();
    }

    @TestFactory
    Stream<DynamicTest> givenFaultAtARoundTrip_whenLookingAgain_thenEachOnce() {
        dismiss(DOCUMENTS);
        MortalStore counted = MortalStore.over(StateStore.inMemory(time));
        List<Intent> unused = node(counted, time).look();
        return IntStream.rangeClosed(1, counted.trips())
                .boxed()
                .flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)))
                .flatMap(point -> Stream.of(true, false)
                        .map(dies -> DynamicTest.dynamicTest(
                                (dies ? "dies " : "fails ") + point, () -> breaksOff(point, dies))));
    }

    private void breaksOff(Point point, boolean dies) {
        StateStore store = StateStore.inMemory(time);
        MortalStore node = MortalStore.over(store);
        MortalStore spoilt = dies ? node.dieAt(point) : node.failAt(point);

        Throwable end = catchThrowable(() -> node(spoilt, time).look());
        time.advance(LEASE_AND_MORE);
        List<Intent> next = node(store, time).look();

        assertThat(end == null || end instanceof ProcessDeath || end instanceof StateStoreException)
                .as("%s", end)
                .isTrue();
        assertThat(next).extracting(Intent::document).doesNotHaveDuplicates();
        assertThat(promised(store)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(node(store, time).look()).isEmpty();
    }

    @Test
    void givenLookUnderWay_whenAnotherLooks_thenLeavesItAlone() {
        dismiss(DOCUMENTS);
        StateStore store = StateStore.inMemory(time);
        List<Intent> other = new ArrayList<>();

        List<Intent> mine =
                node(store, time, () -> other.addAll(node(store, time).look())).look();

        assertThat(other).isEmpty();
        assertThat(mine).extracting(Intent::document).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void givenSleepPastTheLease_whenAnotherLooks_thenSleeperStops() {
        dismiss(DOCUMENTS);
        StateStore store = StateStore.inMemory(time);
        List<Intent> other = new ArrayList<>();

        List<Intent> mine = node(store, time, () -> {
                    time.advance(LEASE_AND_MORE);
                    other.addAll(node(store, time).look());
                })
                .look();

        assertThat(mine).isEmpty();
        assertThat(other).extracting(Intent::document).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(promised(store)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(ints = {-86_400, -3_600, -1, 1, 3_600, 86_400, 40 * 86_400})
    void givenNodesWithOtherClocks_whenLookingInTurn_thenEachOnce(int seconds) {
        StateStore store = StateStore.inMemory(time);
        ManualTime skewed = new ManualTime();
        skewed.set(time.now().plusSeconds(seconds));
        for (int day = 0; day < 6; day++) {
            TimeSource clock = day % 2 == 0 ? skewed : time;
            dismiss(2);
            List<Intent> unused = node(store, clock).look();
            time.advance(Duration.ofDays(1));
            skewed.advance(Duration.ofDays(1));
        }
        List<Intent> last = node(store, time).look();

        assertThat(last).hasSizeLessThanOrEqualTo(DOCUMENTS);
        assertThat(promised(store)).containsExactlyInAnyOrderElementsOf(keys);
    }

    private void dismiss(int count) {
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        IntStream.range(0, count)
                .forEach(i -> keys.add(base.dismiss(UUID.randomUUID().toString(), today)));
    }

    private List<String> promised(StateStore store) {
        return new IntentJournal(store, time, Duration.ofDays(400))
                .open().stream().map(Intent::document).toList();
    }

    private DismissalReader node(StateStore store, TimeSource clock) {
        return node(store, clock, () -> {});
    }

    /** Returns the reader of a process, which does something before its first question to the base. */
    private DismissalReader node(StateStore store, TimeSource clock, Runnable before) {
        boolean[] asked = {false};
        UnaryOperator<Transport> around = next -> request -> {
            if (!asked[0]) {
                asked[0] = true;
                before.run();
            }
            return next.send(request);
        };
        OnecBase reading = new OnecBase(
                OnecBase.settings(base.uri().toString()).around(around).build(),
                base.user(),
                Secret.of(base.password()),
                OnecNames.example());
        opened.add(reading);
        IntentJournal journal = new IntentJournal(store, clock, Duration.ofDays(400));
        return new DismissalReader(reading, journal, store, clock, new DismissalReader.Span(ZoneOffset.UTC, 31, 0));
    }
}
