package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node falls asleep between any two effects, and another one runs whole meanwhile. */
@OnEveryStore
class TwoNodesOnceTest {

    private final EngineStore stores;

    private static final List<Duration> SLEEPS = List.of(Duration.ZERO, Duration.ofSeconds(30), OnceLab.BEYOND);
    private static final List<VendorAct> ACTS =
            List.of(VendorAct.FINE, VendorAct.LOST_AFTER, VendorAct.LOST_BEFORE, VendorAct.REFUSED);

    /** Where the first node sleeps. */
    enum Place {
        BEFORE_READ((lab, sleep) -> lab.first().at(Point.before(1), sleep)),
        BEFORE_FIRST_COMMIT((lab, sleep) -> lab.first().at(Point.before(2), sleep)),
        AFTER_FIRST_COMMIT((lab, sleep) -> lab.first().at(Point.after(2), sleep)),
        INSIDE_THE_CALL((lab, sleep) -> lab.lab().vendor.insideCall(sleep)),
        BEFORE_THE_ANSWER((lab, sleep) -> lab.lab().vendor.beforeAnswer(sleep)),
        BEFORE_LAST_COMMIT((lab, sleep) -> lab.first().at(Point.before(3), sleep)),
        INSIDE_READ_BACK((lab, sleep) -> lab.lab().vendor.insideReadBack(sleep));

        private final BiConsumer<Two, Runnable> hook;

        Place(BiConsumer<Two, Runnable> hook) {
            this.hook = hook;
        }

        BiConsumer<Two, Runnable> hook() {
            return hook;
        }
    }

    record Two(OnceLab lab, MortalStore first) {}

    record Meeting(Place place, Duration sleep, VendorAct act, boolean isTakeOver) {

        /** Only here no client can exclude a double. */
        boolean mayDouble() {
            return place == Place.INSIDE_THE_CALL && sleep.equals(OnceLab.BEYOND);
        }
    }

    static Stream<Meeting> meetings() {
        return Stream.of(Place.values())
                .flatMap(place -> SLEEPS.stream()
                        .flatMap(sleep -> ACTS.stream()
                                .flatMap(act -> Stream.of(
                                        new Meeting(place, sleep, act, false), new Meeting(place, sleep, act, true)))));
    }

    TwoNodesOnceTest(EngineStore stores) {
        this.stores = stores;
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void givenSleeper_whenAnotherActs_thenOnceOrFlagged(Meeting meeting) {
        OnceLab lab = new OnceLab(stores);
        if (meeting.isTakeOver()) {
            lab.vendor.next(VendorAct.DIES_BEFORE);
            lab.ask();
            lab.sleep(OnceLab.BEYOND);
        }
        Two two = new Two(lab, lab.connection());
        lab.vendor.next(meeting.act());
        meeting.place().hook().accept(two, () -> {
            lab.sleep(meeting.sleep());
            lab.ask();
        });

        lab.ask(two.first());

        lab.heal();
        assertThat(lab.vendor.acted()).as("acted, %s", lab.told()).isBetween(1, meeting.mayDouble() ? 2 : 1);
    }
}
