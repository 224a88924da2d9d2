package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {

    final SimulatedClock clock = SimulatedClock.at(Instant.EPOCH);
    final List<String> done = new ArrayList<>();

    @Test
    void givenTasks_whenAdvanced_thenThoseDueRunInOrder() {
        clock.after(Duration.ofSeconds(5), () -> done.add("late"));
        clock.after(Duration.ofSeconds(1), () -> done.add("first"));
        clock.after(Duration.ofSeconds(1), () -> done.add("second"));

        clock.advance(Duration.ofSeconds(2));

        assertThat(done).containsExactly("first", "second");
        assertThat(clock.now()).isEqualTo(Instant.EPOCH.plusSeconds(2));
    }

    @Test
    void givenTaskThatSchedules_whenAdvancedFarEnough_thenBothRun() {
        clock.after(Duration.ofSeconds(1), () -> clock.after(Duration.ZERO, () -> done.add("inner")));

        clock.advance(Duration.ofSeconds(1));

        assertThat(done).containsExactly("inner");
    }

    @Test
    void givenRunningClock_whenAdvanced_thenIsAheadOfTheMachine() {
        SimulatedClock running = SimulatedClock.running();

        running.advance(Duration.ofHours(1));

        assertThat(running.instant()).isAfter(Instant.now().plusSeconds(3500));
    }

    @Test
    void givenNegativeStep_whenAdvanced_thenRefused() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageContaining("step");
    }

    @Test
    void givenStandingClock_whenItRunsOn_thenGoesOnFromTheTimeShown() {
        SimulatedClock clock = SimulatedClock.standing();

        clock.run();
        Instant ran = clock.now();
        clock.stand();
        Instant stood = clock.now();

        assertThat(Duration.between(SimulatedClock.standing().now(), ran)).isLessThan(Duration.ofMinutes(1));
        assertThat(stood).isAfterOrEqualTo(ran).isEqualTo(clock.now());
        assertThat(clock.isRunning()).isFalse();
    }

    @Test
    void givenTaskOfAStandingClock_whenItRunsOn_thenIsDoneInTime() throws Exception {
        SimulatedClock clock = SimulatedClock.standing();
        CountDownLatch done = new CountDownLatch(1);
        clock.after(Duration.ofMillis(5), done::countDown);

        clock.run();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
