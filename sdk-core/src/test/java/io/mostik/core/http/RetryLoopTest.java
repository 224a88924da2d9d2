package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.Attempt;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RetryLoopTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String GOOD = "good";

    private final ManualTime time = new ManualTime();
    private final RetryBudget budget = new RetryBudget();
    private final Deque<SdkException> failures = new ArrayDeque<>();
    private final List<Record> told = new ArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void onWait(Wait wait) {
            told.add(wait);
        }

        @Override
        public void onCall(Finished finished) {
            told.add(finished);
        }
    };

    @Test
    void givenTwoFailures_whenReading_thenTellsEveryPauseAndTheEnd() {
        failures.add(askingFor(Duration.ofSeconds(2)));
        failures.add(askingFor(Duration.ofSeconds(3)));

        String answer = run(listener, request(Effect.READ, A_MINUTE));

        Duration all = Duration.ofMillis(5_000 + 3 * 10);
        assertThat(answer).isEqualTo(GOOD);
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(told)
                .containsExactly(
                        new CallListener.Wait("things.test", CallListener.Wait.Reason.RETRY, Duration.ofSeconds(2)),
                        new CallListener.Wait("things.test", CallListener.Wait.Reason.RETRY, Duration.ofSeconds(3)),
                        new CallListener.Finished(
                                "things.test", Effect.READ, 3, all, Optional.empty(), Optional.empty()));
    }

    @Test
    void givenNothingButFailures_whenReading_thenLastOneListsEveryTry() {
        failures.add(askingFor(Duration.ofSeconds(2)));
        failures.add(answered(503));
        failures.add(answered(503));

        SdkException failure = failureOf(request(Effect.READ, A_MINUTE));

        Duration took = Duration.ofMillis(10);
        Duration pause = time.pauses().get(1);
        assertThat(failure.attempts())
                .containsExactly(
                        new Attempt(1, took, OptionalInt.empty(), Outcome.NOT_SENT, Duration.ofSeconds(2)),
                        new Attempt(2, took, OptionalInt.of(503), failure.outcome(), pause),
                        new Attempt(3, took, OptionalInt.of(503), failure.outcome(), Duration.ZERO));
        assertThat(told.get(told.size() - 1))
                .isEqualTo(new CallListener.Finished(
                        "things.test",
                        Effect.READ,
                        3,
                        Duration.ofSeconds(2).plus(pause).plusMillis(30),
                        Optional.of(failure.outcome()),
                        Optional.empty()));
    }

    @Test
    void givenPauseUpToDeadline_whenReading_thenFailsAndSaysWhen() {
        failures.add(askingFor(Duration.ofSeconds(5)));

        SdkException failure = failureOf(request(Effect.READ, Duration.ofMillis(5_010)));

        assertThat(time.pauses()).isEmpty();
        assertThat(failure.retryAt()).contains(time.now().plusSeconds(5));
        assertThat(failure.attempts()).extracting(Attempt::pause).containsExactly(Duration.ZERO);
    }

    @Test
    void givenPauseThatEndsJustBeforeDeadline_whenReading_thenTakesIt() {
        failures.add(askingFor(Duration.ofSeconds(5)));

        run(listener, request(Effect.READ, Duration.ofMillis(5_011)));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void givenUnrepeatableFailure_whenVendorSaysWhen_thenTellsWhen() {
        failures.add(new TransportException(
                "x",
                FailureInfo.lasting("things.test", Outcome.REJECTED, Phase.HEAD)
                        .withRetryAfter(Optional.of(Duration.ofHours(1))),
                null));

        SdkException failure = failureOf(request(Effect.READ, A_MINUTE));

        assertThat(failure.retryAt()).contains(time.now().plus(Duration.ofHours(1)));
    }

    @Test
    void givenEmptyBudget_whenReading_thenDoesNotRepeat() {
        while (budget.take()) {
            failures.clear();
        }
        failures.add(askingFor(Duration.ofSeconds(1)));

        SdkException failure = failureOf(request(Effect.READ, A_MINUTE));

        assertThat(failure.attempts()).hasSize(1);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void givenEmptyBudget_whenCallsGoWell_thenARepeatIsEarned() {
        while (budget.take()) {
            failures.clear();
        }
        for (int i = 0; i < 5; i++) {
            run(listener, request(Effect.READ, A_MINUTE));
        }

        assertThat(budget.take()).isTrue();
    }

    @Test
    void givenPausesBeyondDeadline_whenManyFail_thenBudgetIsUntouched() {
        for (int i = 0; i < 200; i++) {
            failures.add(askingFor(Duration.ofSeconds(30)));
            failureOf(request(Effect.READ, Duration.ofSeconds(5)));
        }

        assertThat(repeatsLeft()).isEqualTo(100);
    }

    @Test
    void givenInterruptedPauses_whenManyFail_thenTheBudgetIsUntouched() {
        for (int i = 0; i < 200; i++) {
            failures.add(askingFor(Duration.ofSeconds(1)));
            Thread.currentThread().interrupt();
            failureOf(request(Effect.READ, A_MINUTE));
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(repeatsLeft()).isEqualTo(100);
    }

    @Test
    void givenBusyVendorThatSaysZero_whenReading_thenPausesOnItsOwn() {
        failures.add(askingFor(Duration.ZERO));

        run(listener, request(Effect.READ, A_MINUTE));

        assertThat(time.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isPositive());
    }

    @Test
    void givenTryThatBreaksInOtherWays_whenReading_thenEndIsToldOnce() {
        RetryLoop loop = new RetryLoop(
                RetryPolicy.standard(), budget, new ListenerNotifier(listener), time, () -> Long.MAX_VALUE);

        assertThatIllegalStateException()
                .isThrownBy(() -> loop.run(request(Effect.READ, A_MINUTE), number -> {
                    throw new IllegalStateException("the embedder's own");
                }));

        assertThat(told).singleElement().isInstanceOf(CallListener.Finished.class);
    }

    private int repeatsLeft() {
        int left = 0;
        while (budget.take()) {
            left++;
        }
        return left;
    }

    @Test
    void givenUnknownFirstTry_whenLastWasNotSent_thenCallIsUnknown() {
        failures.add(answered(503));
        failures.add(notSent());
        failures.add(notSent());

        SdkException failure = failureOf(request(Effect.REPEATABLE, A_MINUTE));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.attempts()).hasSize(3);
        assertThat(told)
                .last()
                .isInstanceOfSatisfying(
                        CallListener.Finished.class,
                        finished -> assertThat(finished.failure()).contains(Outcome.UNKNOWN));
    }

    @Test
    void givenUnknownTry_whenTheLastIsRefused_thenCallIsUnknown() {
        failures.add(answered(503));
        failures.add(answered(404));

        SdkException failure = failureOf(request(Effect.REPEATABLE, A_MINUTE));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure)
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("an earlier try may have been done; to the last the vendor answered 404");
        assertThat(((ApiException) failure).error().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.attempts()).hasSize(2);
    }

    @Test
    void givenUnknownRead_whenTheLastIsRefused_thenRefusalHolds() {
        failures.add(answered(503));
        failures.add(answered(404));

        SdkException failure = failureOf(request(Effect.READ, A_MINUTE));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void givenRefusedTry_whenTheLastWasNotSent_thenCallIsRejected() {
        failures.add(answered(429));
        failures.add(notSent());
        failures.add(notSent());

        SdkException failure = failureOf(request(Effect.ONCE, A_MINUTE));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure).hasMessageContaining("an earlier try was refused; the last was not sent");
    }

    private static SdkException notSent() {
        return new TransportException("x", FailureInfo.temporary("things.test", Outcome.NOT_SENT, Phase.CONNECT), null);
    }

    @Test
    void givenInterrupt_whenPausing_thenStopsAndKeepsTheInterrupt() {
        failures.add(askingFor(Duration.ofSeconds(1)));
        Thread.currentThread().interrupt();

        SdkException failure = failureOf(request(Effect.READ, A_MINUTE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.attempts()).hasSize(1);
    }

    @Test
    void givenNobodyWhoListens_whenTheLogIsFine_thenTheEndIsLogged() {
        Logger logger = Logger.getLogger("io.mostik.http");
        List<String> lines = new ArrayList<>();
        logger.setFilter(line -> lines.add(line.getMessage()) && false);
        logger.setLevel(Level.FINE);

        run(CallListener.none(), request(Effect.READ, A_MINUTE));

        logger.setFilter(null);
        logger.setLevel(null);
        assertThat(lines).singleElement().asString().contains("things.test", "attempts=1");
    }

    private SdkException failureOf(ApiRequest request) {
        return catchThrowableOfType(SdkException.class, () -> run(listener, request));
    }

    /** Each try takes ten milliseconds. */
    private String run(CallListener heard, ApiRequest request) {
        RetryLoop loop =
                new RetryLoop(RetryPolicy.standard(), budget, new ListenerNotifier(heard), time, () -> Long.MAX_VALUE);
        return loop.run(request, number -> {
            time.advance(Duration.ofMillis(10));
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return GOOD;
        });
    }

    private ApiRequest request(Effect effect, Duration deadline) {
        return TestRequest.of(effect, deadline, time);
    }

    private static SdkException askingFor(Duration wait) {
        return new TransportException(
                "x",
                FailureInfo.temporary("things.test", Outcome.NOT_SENT, Phase.WAIT)
                        .withRetryAfter(Optional.of(wait)),
                null);
    }

    private static SdkException answered(int status) {
        ApiError error = ApiError.of(status, "", "");
        return ApiException.of(
                error,
                error.temporary()
                        ? FailureInfo.temporary("things.test", error.outcome(), Phase.DECODE)
                        : FailureInfo.lasting("things.test", error.outcome(), Phase.DECODE));
    }
}
