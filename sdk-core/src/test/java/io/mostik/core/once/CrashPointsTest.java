package io.mostik.core.once;

import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process may die between any two effects, whatever the vendor does meanwhile; the next one finds out and goes on. */
@OnEveryStore
class CrashPointsTest {

    private final EngineStore stores;

    static final Set<VendorAct> ACTS = EnumSet.complementOf(EnumSet.of(VendorAct.LATE));

    private static final List<VendorAct> SECOND = List.of(VendorAct.FINE, VendorAct.LOST_AFTER, VendorAct.REFUSED);

    record Crash(VendorAct act, VendorAct second, Point point) {}

    static Stream<Crash> crashes() {
        return ACTS.stream()
                .flatMap(act ->
                        SECOND.stream().flatMap(second -> points().map(point -> new Crash(act, second, point))));
    }

    /** The fourth round trip is the first one of the second try. */
    static Stream<Point> points() {
        return IntStream.rangeClosed(1, 4).boxed().flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)));
    }

    CrashPointsTest(EngineStore stores) {
        this.stores = stores;
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void givenCrash_whenAskedAgain_thenDoneOnce(Crash crash) {
        OnceLab lab = new OnceLab(stores);
        MortalStore mortal = lab.connection().dieAt(crash.point());
        lab.vendor.next(crash.act(), crash.second());

        lab.ask(mortal);
        lab.sleep(OnceLab.BEYOND);
        lab.ask(mortal);

        lab.healToOne();
    }

    record Blind(VendorAct act, Point point) {}

    static Stream<Blind> blind() {
        return ACTS.stream().flatMap(act -> points().map(point -> new Blind(act, point)));
    }

    @ParameterizedTest
    @MethodSource("blind")
    void givenNoReadBack_whenCrashed_thenAPersonResolves(Blind blind) {
        OnceLab lab = new OnceLab(stores);
        MortalStore mortal = lab.connection().dieAt(blind.point());
        lab.vendor.blind(true);
        lab.vendor.next(blind.act());

        lab.ask(mortal);
        lab.sleep(OnceLab.BEYOND);
        lab.ask(mortal);

        lab.healToOne();
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenStoreThatFails_whenAskedAgain_thenDoneOnce(Point point) {
        OnceLab lab = new OnceLab(stores);
        MortalStore failing = lab.connection().failAt(point);

        lab.ask(failing);
        lab.sleep(OnceLab.BEYOND);
        lab.ask(failing);

        lab.healToOne();
    }
}
