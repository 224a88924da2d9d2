package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LongOperationTest {

    private final ManualTime time = new ManualTime();
    private final AtomicInteger polls = new AtomicInteger();

    @Test
    void givenJobThatTakesWhile_whenWaiting_thenPausesGrowToLongest() throws Exception {
        LongOperation<String> job = job(5);

        String result = job.await(Duration.ofMinutes(10));

        assertThat(result).isEqualTo("done");
        assertThat(time.pauses())
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void givenEndlessJob_whenWaiting_thenGivesUpAndNamesId() {
        assertThatThrownBy(() -> job(1_000).await(Duration.ofSeconds(60)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("job-1");

        assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void givenTimeShorterThanPause_whenWaiting_thenTakesLastLookAtEnd() throws Exception {
        String result = job(6).await(Duration.ofSeconds(80));

        assertThat(result).isEqualTo("done");
        assertThat(time.pauses()).endsWith(Duration.ofSeconds(30), Duration.ofSeconds(15));
    }

    @Test
    void givenJobThatNeverEnds_whenWaiting_thenWaitsTheWholeTime() {
        assertThatThrownBy(() -> job(1_000).await(Duration.ofSeconds(60))).isInstanceOf(TimeoutException.class);

        assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(60));
        assertThat(polls).hasValue(5);
    }

    @Test
    void givenNoTime_whenWaiting_thenLooksOnce() {
        assertThatThrownBy(() -> job(2).await(Duration.ZERO)).isInstanceOf(TimeoutException.class);

        assertThat(polls).hasValue(1);
    }

    private LongOperation<String> job(int looks) {
        return LongOperation.of(
                "job-1",
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                time,
                () -> polls.incrementAndGet() == looks ? Optional.of("done") : Optional.empty());
    }
}
