package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SimulatorClocksTest {

    static Stream<Arguments> running() {
        return Stream.of(
                started(RemOnlineSimulator.start(), RemOnlineSimulator::clock),
                started(SalesAutopilotSimulator.start(), SalesAutopilotSimulator::clock),
                started(TBankSimulator.start(), TBankSimulator::clock),
                started(VccLiveSimulator.start(), VccLiveSimulator::clock),
                started(VipexSimulator.start(), VipexSimulator::clock));
    }

    static Stream<Arguments> frozen() {
        return Stream.of(
                started(RemOnlineSimulator.startFrozen(), RemOnlineSimulator::clock),
                started(SalesAutopilotSimulator.startFrozen(), SalesAutopilotSimulator::clock),
                started(TBankSimulator.startFrozen(), TBankSimulator::clock),
                started(VccLiveSimulator.startFrozen(), VccLiveSimulator::clock),
                started(VipexSimulator.startFrozen(), VipexSimulator::clock));
    }

    @ParameterizedTest
    @MethodSource("running")
    void givenSimulator_whenStarted_thenItsClockRuns(Simulator simulator, SimulatedClock clock) {
        try (simulator) {
            Instant before = Instant.now();

            Instant now = clock.now();

            assertThat(now).isBetween(before, Instant.now());
        }
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void givenSimulator_whenStartedFrozen_thenItsClockStands(Simulator simulator, SimulatedClock clock) {
        try (simulator) {
            assertThat(clock.now()).isEqualTo(clock.now()).isBefore("2026-03-03T00:00:00Z");
        }
    }

    private static <S extends Simulator> Arguments started(
            S simulator, java.util.function.Function<S, SimulatedClock> clock) {
        return Arguments.of(simulator, clock.apply(simulator));
    }
}
