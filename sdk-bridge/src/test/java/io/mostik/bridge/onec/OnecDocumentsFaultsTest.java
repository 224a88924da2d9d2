package io.mostik.bridge.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bridge.trigger.EventSink;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a look breaks off, each document is told once, and none is missed. */
class OnecDocumentsFaultsTest {

    private static final Duration LEASE_AND_MORE = Duration.ofMinutes(3);
    private static final int DOCUMENTS = 4;

    @RegisterExtension
    final OnecHouse house = new OnecHouse();

    private final List<String> keys = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> givenFaultAtARoundTrip_whenLookingAgain_thenEachOnce() {
        dismiss(DOCUMENTS);
        MortalStore counted = MortalStore.over(StateStore.inMemory(house.time));
        int unused = node(counted, house.time).look(event -> true);
        return IntStream.rangeClosed(1, counted.trips())
                .boxed()
                .flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)))
                .flatMap(point -> Stream.of(true, false)
                        .map(dies -> DynamicTest.dynamicTest(
                                (dies ? "dies " : "fails ") + point, () -> breaksOff(point, dies))));
    }

    private void breaksOff(Point point, boolean dies) {
        StateStore store = StateStore.inMemory(house.time);
        MortalStore node = MortalStore.over(store);
        MortalStore spoilt = dies ? node.dieAt(point) : node.failAt(point);
        house.inbox.clear();

        Throwable end = catchThrowable(() -> node(spoilt, house.time).look(house::accept));
        house.time.advance(LEASE_AND_MORE);
        int unused = node(store, house.time).look(house::accept);

        assertThat(end == null || end instanceof ProcessDeath || end instanceof StateStoreException)
                .as("%s", end)
                .isTrue();
        assertThat(told()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(node(store, house.time).look(house::accept)).isZero();
    }

    @Test
    void givenWithdrawalAfterACrash_whenLookingAgain_thenItIsTold() {
        dismiss(1);
        MortalStore node = MortalStore.over(house.store);
        EventSink dying = event -> {
            house.accept(event);
            throw new ProcessDeath();
        };
        assertThat(catchThrowable(() -> node(node, house.time).look(dying))).isInstanceOf(ProcessDeath.class);
        house.base.write(keys.get(0), "Posted", false);
        house.time.advance(LEASE_AND_MORE);

        assertThat(house.look()).isEqualTo(1);

        assertThat(house.events())
                .extracting(event -> event.data().get("in_force").isTrue())
                .containsExactly(true, false);
    }

    @Test
    void givenLookUnderWay_whenAnotherLooks_thenLeavesItAlone() {
        dismiss(DOCUMENTS);
        int[] other = {-1};

        int mine = node(house.store, house.time, () -> other[0] = house.look()).look(house::accept);

        assertThat(other[0]).isZero();
        assertThat(mine).isEqualTo(DOCUMENTS);
    }

    @Test
    void givenSleepPastTheLease_whenAnotherLooks_thenSleeperStops() {
        dismiss(DOCUMENTS);
        int[] other = {-1};

        int mine = node(house.store, house.time, () -> {
                    house.time.advance(LEASE_AND_MORE);
                    other[0] = house.look();
                })
                .look(house::accept);

        assertThat(mine).isZero();
        assertThat(other[0]).isEqualTo(DOCUMENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-86_400, -3_600, -1, 1, 3_600, 86_400, 40 * 86_400})
    void givenNodesWithOtherClocks_whenLookingInTurn_thenEachOnce(int seconds) {
        ManualTime skewed = new ManualTime();
        skewed.set(house.time.now().plusSeconds(seconds));
        for (int day = 0; day < 6; day++) {
            TimeSource clock = day % 2 == 0 ? skewed : house.time;
            dismiss(2);
            int unused = node(house.store, clock).look(house::accept);
            house.time.advance(Duration.ofDays(1));
            skewed.advance(Duration.ofDays(1));
        }
        int unused = house.look();

        assertThat(told()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private void dismiss(int count) {
        LocalDate today = LocalDate.ofInstant(house.time.now(), ZoneOffset.UTC);
        IntStream.range(0, count)
                .forEach(i -> keys.add(house.base.dismiss(UUID.randomUUID().toString(), today)));
    }

    private List<String> told() {
        return house.events().stream()
                .map(event -> event.data().get("Ref_Key").text().orElse(""))
                .toList();
    }

    private OnecDocuments node(StateStore store, TimeSource clock) {
        return node(store, clock, () -> {});
    }

    /** Returns the reader of a process, which does something before its first question to the base. */
    private OnecDocuments node(StateStore store, TimeSource clock, Runnable before) {
        boolean[] asked = {false};
        UnaryOperator<Transport> around = next -> request -> {
            if (!asked[0]) {
                asked[0] = true;
                before.run();
            }
            return next.send(request);
        };
        return house.node(store, clock, around);
    }
}
