package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.TimeSource;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clocks of the nodes need not agree, the store's may be set, and a machine may be suspended. */
@OnEveryStore
class OnceClocksTest {

    private final OnceLab lab;

    OnceClocksTest(EngineStore stores) {
        lab = new OnceLab(stores);
    }

    @Test
    void givenNodeAheadByHours_whenActing_thenOnce() {
        lab.ask(lab.connection(), shifted(Duration.ofHours(7)));

        lab.ask(lab.connection(), lab.time);

        lab.healToOne();
    }

    @Test
    void givenNodeAheadByHours_whenWaiting_thenNothingIsTakenOver() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask(lab.connection(), shifted(Duration.ofHours(-7)));

        Optional<OnceResult<String>> told = lab.ask(lab.connection(), shifted(Duration.ofHours(7)));

        assertThat(told).get().isInstanceOf(OnceResult.InProgress.class);
    }

    @Test
    void givenNodesTenMinutesApart_whenOneDies_thenTheOtherTakesOver() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask(lab.connection(), shifted(Duration.ofMinutes(10)));
        lab.sleep(OnceLab.BEYOND);

        lab.ask(lab.connection(), lab.time);

        assertThat(lab.state()).isEqualTo(WriteState.DONE);
        lab.healToOne();
    }

    @Test
    void givenStoreClockSetBack_whenWatchedForALease_thenTakenOver() {
        ManualTime storeClock = new ManualTime();
        storeClock.advance(Duration.ofHours(5));
        var node = lab.connection().clock(storeClock);
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask(node);
        storeClock.set(lab.time.now());

        lab.ask(node);
        lab.sleep(OnceLab.BEYOND);
        lab.ask(node);

        assertThat(lab.state()).isEqualTo(WriteState.DONE);
        lab.healToOne();
    }

    @Test
    void givenStoreClockSetBack_whenWatchedTooShort_thenBusy() {
        ManualTime storeClock = new ManualTime();
        storeClock.advance(Duration.ofHours(5));
        var node = lab.connection().clock(storeClock);
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask(node);
        storeClock.set(lab.time.now());

        lab.ask(node);
        lab.sleep(OnceLab.LEASE.minusSeconds(1));

        assertThat(lab.ask(node)).get().isInstanceOf(OnceResult.InProgress.class);
    }

    @Test
    void givenSuspendedMachine_whenItWakes_thenItDoesNotSend() {
        ManualTime clock = new ManualTime();
        var node =
                lab.connection().at(Point.after(2), () -> clock.set(clock.now().plus(OnceLab.BEYOND)));

        Optional<OnceResult<String>> told = lab.ask(node, clock);

        assertThat(told).get().isInstanceOf(OnceResult.InProgress.class);
        assertThat(lab.vendor.requests()).isZero();
    }

    @Test
    void givenSleepByTheSteadyCount_whenItWakes_thenItDoesNotSend() {
        ManualTime clock = new ManualTime();
        Instant start = clock.now();
        var node = lab.connection().at(Point.after(2), () -> {
            clock.advance(OnceLab.BEYOND);
            clock.set(start);
        });

        lab.ask(node, clock);

        assertThat(lab.vendor.requests()).isZero();
    }

    @Test
    void givenClockSetBackDuringALease_whenActing_thenOnce() {
        ManualTime clock = new ManualTime();
        lab.vendor.insideCall(() -> clock.set(clock.now().minus(Duration.ofHours(1))));

        lab.ask(lab.connection(), clock);

        lab.healToOne();
    }

    private TimeSource shifted(Duration shift) {
        return new ShiftedTime(lab.time, shift);
    }

    /** The clock of a machine that goes wrong by some hours. */
    private record ShiftedTime(TimeSource time, Duration shift) implements TimeSource {

        @Override
        public Instant now() {
            return time.now().plus(shift);
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            time.sleep(pause);
        }
    }
}
