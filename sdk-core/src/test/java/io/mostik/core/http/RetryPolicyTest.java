package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Effect;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RandomGenerator LARGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long from, long to) {
            return to - 1;
        }
    };

    @ParameterizedTest
    @CsvSource({
        "READ,       NOT_SENT, true,  true",
        "READ,       NOT_SENT, false, false",
        "READ,       REJECTED, true,  true",
        "READ,       REJECTED, false, false",
        "READ,       APPLIED,  true,  true",
        "READ,       UNKNOWN,  true,  true",
        "REPEATABLE, NOT_SENT, true,  true",
        "REPEATABLE, REJECTED, true,  true",
        "REPEATABLE, REJECTED, false, false",
        "REPEATABLE, APPLIED,  true,  false",
        "REPEATABLE, UNKNOWN,  true,  true",
        "ONCE,       NOT_SENT, true,  true",
        "ONCE,       REJECTED, true,  true",
        "ONCE,       REJECTED, false, false",
        "ONCE,       APPLIED,  true,  false",
        "ONCE,       UNKNOWN,  true,  false"
    })
    void givenEffectAndOutcome_whenAsked_thenTheTableDecides(
            Effect effect, Outcome outcome, boolean temporary, boolean again) {
        assertThat(RetryPolicy.repeatable(effect, failure(outcome, temporary))).isEqualTo(again);
    }

    @Test
    void givenCancelledCall_whenAsked_thenIsNotRepeated() {
        SdkException cancelled =
                new TransportException("x", Failure.cancelled("op", Outcome.NOT_SENT, Phase.WAIT), null);

        assertThat(RetryPolicy.repeatable(Effect.READ, cancelled)).isFalse();
    }

    @Test
    void givenTries_whenAsked_thenPausesDoubleUpToTheLongest() {
        RetryPolicy policy = RetryPolicy.standard().withAttempts(12);

        assertThat(pause(policy, 1)).contains(Duration.ofMillis(100));
        assertThat(pause(policy, 2)).contains(Duration.ofMillis(200));
        assertThat(pause(policy, 5)).contains(Duration.ofMillis(1_600));
        assertThat(pause(policy, 11)).contains(Duration.ofSeconds(20));
        assertThat(pause(policy, 12)).isEmpty();
    }

    @Test
    void givenWaitAskedFor_whenShortEnough_thenIsTakenExactly() {
        SdkException busy = failure(Outcome.REJECTED, Duration.ofSeconds(7));

        assertThat(RetryPolicy.standard().pauseAfter(Effect.ONCE, busy, 1, LARGEST))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void givenWaitAskedFor_whenTooLong_thenIsNotRepeated() {
        SdkException busy = failure(Outcome.REJECTED, Duration.ofSeconds(61));

        assertThat(RetryPolicy.standard().pauseAfter(Effect.READ, busy, 1, LARGEST))
                .isEmpty();
    }

    @Test
    void givenNoAttempts_whenBuilt_thenNamesTheSetting() {
        assertThatThrownBy(() -> RetryPolicy.standard().withAttempts(0)).hasMessageContaining("attempts");
        assertThatThrownBy(() -> RetryPolicy.standard().withFirstPause(Duration.ofMillis(-1)))
                .hasMessageContaining("firstPause");
    }

    private static Optional<Duration> pause(RetryPolicy policy, int attempt) {
        return policy.pauseAfter(Effect.READ, failure(Outcome.UNKNOWN, true), attempt, LARGEST);
    }

    private static SdkException failure(Outcome outcome, boolean temporary) {
        Failure facts =
                temporary ? Failure.temporary("op", outcome, Phase.HEAD) : Failure.lasting("op", outcome, Phase.HEAD);
        return new TransportException("x", facts, null);
    }

    private static SdkException failure(Outcome outcome, Duration retryAfter) {
        return new TransportException(
                "x", Failure.temporary("op", outcome, Phase.HEAD).withRetryAfter(Optional.of(retryAfter)), null);
    }
}
