package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.once.TwoNodesOnceTest.Place;
import io.mostik.core.once.TwoNodesOnceTest.Two;
import io.mostik.core.test.MortalStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node falls asleep, a second one takes over and falls asleep too, and a third one runs whole meanwhile. */
@OnEveryStore
class ThreeNodesOnceTest {

    private static final List<Duration> SLEEPS = List.of(Duration.ZERO, OnceLab.BEYOND);

    private final EngineStore stores;

    /** Where the first and the second node sleep, and how long each. */
    record Sleepers(Place first, Duration firstSleep, Place second, Duration secondSleep) {

        /** Each that sleeps inside the call past its lease may act once more; the first one sleeps as long as both. */
        int mostActs() {
            return 1 + mayDouble(first, firstSleep.plus(secondSleep)) + mayDouble(second, secondSleep);
        }

        private static int mayDouble(Place place, Duration sleep) {
            return place == Place.INSIDE_THE_CALL && sleep.compareTo(OnceLab.BEYOND) >= 0 ? 1 : 0;
        }
    }

    ThreeNodesOnceTest(EngineStore stores) {
        this.stores = stores;
    }

    static Stream<Sleepers> sleepers() {
        return Stream.of(Place.values())
                .flatMap(first -> SLEEPS.stream()
                        .flatMap(firstSleep -> Stream.of(Place.values())
                                .flatMap(second ->
                                        SLEEPS.stream().map(sleep -> new Sleepers(first, firstSleep, second, sleep)))));
    }

    @ParameterizedTest
    @MethodSource("sleepers")
    void givenTwoSleepers_whenAThirdActs_thenOnceOrFlagged(Sleepers sleepers) {
        OnceLab lab = new OnceLab(stores);
        sleep(lab, lab.connection(), sleepers.first(), () -> {
            lab.sleep(sleepers.firstSleep());
            sleep(lab, lab.connection(), sleepers.second(), () -> {
                lab.sleep(sleepers.secondSleep());
                lab.ask();
            });
        });

        lab.heal();

        assertThat(lab.vendor.acted()).as("acted, %s", lab.told()).isBetween(1, sleepers.mostActs());
    }

    /** One node asks, and sleeps at a place; if it does not come there, nobody does. */
    private static void sleep(OnceLab lab, MortalStore node, Place place, Runnable meanwhile) {
        place.hook().accept(new Two(lab, node), meanwhile);
        lab.ask(node);
        lab.vendor.awake();
    }
}
