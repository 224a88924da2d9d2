package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
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

    private static final RandomGenerator SMALLEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long from, long to) {
            return from;
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
                new TransportException("x", FailureInfo.cancelled("op", Outcome.NOT_SENT, Phase.WAIT), null);

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
    void givenPauseOfADay_whenTriedSixtyTimes_thenDoesNotOverflow() {
        Duration day = Duration.ofDays(1);
        RetryPolicy policy = new RetryPolicy(100, day, day, Duration.ofDays(365_000), Duration.ofSeconds(60));

        assertThat(pause(policy, 60))
                .hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(day));
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

    @Test
    void givenNone_whenAsked_thenNothingIsRepeated() {
        assertThat(RetryPolicy.none().attempts()).isEqualTo(1);
        assertThat(pause(RetryPolicy.none(), 1)).isEmpty();
    }

    @Test
    void givenWaitAskedFor_whenAsLongAsAccepted_thenIsTaken() {
        SdkException busy = failure(Outcome.REJECTED, Duration.ofSeconds(60));

        assertThat(RetryPolicy.standard().pauseAfter(Effect.READ, busy, 1, LARGEST))
                .contains(Duration.ofSeconds(60));
    }

    @Test
    void givenBusyVendorWithoutTime_whenAsked_thenPausesAreLong() {
        SdkException busy =
                ApiException.of(ApiError.of(429, "", ""), FailureInfo.temporary("op", Outcome.REJECTED, Phase.DECODE));

        assertThat(RetryPolicy.standard().pauseAfter(Effect.READ, busy, 1, LARGEST))
                .contains(Duration.ofSeconds(1));
        assertThat(RetryPolicy.standard().pauseAfter(Effect.READ, busy, 2, SMALLEST))
                .contains(Duration.ofSeconds(1));
    }

    @Test
    void givenBrokenConnection_whenAsked_thenPausesAtLeastATenth() {
        SdkException broken = failure(Outcome.UNKNOWN, true);

        assertThat(RetryPolicy.standard().pauseAfter(Effect.READ, broken, 1, SMALLEST))
                .contains(Duration.ofMillis(10));
    }

    @Test
    void givenNoFirstPause_whenAsked_thenRepeatsAtOnce() {
        assertThat(pause(RetryPolicy.standard().withFirstPause(Duration.ZERO), 1))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, throttledPause", "1, longestPause", "2, longestRetryAfter"})
    void givenNegativePause_whenBuilt_thenNamesTheSetting(int wrong, String name) {
        Duration[] pauses = {Duration.ZERO, Duration.ZERO, Duration.ZERO};
        pauses[wrong] = Duration.ofNanos(-1);

        assertThatThrownBy(() -> new RetryPolicy(3, Duration.ZERO, pauses[0], pauses[1], pauses[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"READ, 1, true", "READ, 2, false", "REPEATABLE, 1, false", "ONCE, 1, false"})
    void givenUndecodableAnswer_whenAsked_thenOnlyAReadAsksOnceMore(Effect effect, int attempt, boolean again) {
        SdkException odd = new DecodingException("x", FailureInfo.temporary("op", Outcome.UNKNOWN, Phase.DECODE));

        assertThat(RetryPolicy.standard()
                        .pauseAfter(effect, odd, attempt, LARGEST)
                        .isPresent())
                .isEqualTo(again);
    }

    private static Optional<Duration> pause(RetryPolicy policy, int attempt) {
        return policy.pauseAfter(Effect.READ, failure(Outcome.UNKNOWN, true), attempt, LARGEST);
    }

    private static SdkException failure(Outcome outcome, boolean temporary) {
        FailureInfo facts = temporary
                ? FailureInfo.temporary("op", outcome, Phase.HEAD)
                : FailureInfo.lasting("op", outcome, Phase.HEAD);
        return new TransportException("x", facts, null);
    }

    private static SdkException failure(Outcome outcome, Duration retryAfter) {
        return new TransportException(
                "x", FailureInfo.temporary("op", outcome, Phase.HEAD).withRetryAfter(Optional.of(retryAfter)), null);
    }
}
