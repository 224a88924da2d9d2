package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionResult;
import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from one attempt, by what was known before it. */
class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final FailureInfo REJECTED = FailureInfo.lasting("limits.set", Outcome.REJECTED, Phase.HEAD);

    @Test
    void givenPause_whenToBeTriedAgain_thenIsThatOfTheActionOrTheUsual() {
        assertThat(Attempts.after(accepted(), ActionResult.again("busy"), NOW))
                .isEqualTo(Move.accepted("busy", NOW.plus(FIRST_PAUSE)));
        assertThat(Attempts.after(accepted(), new ActionResult.Again("busy", false, HALF_AN_HOUR), NOW))
                .isEqualTo(Move.accepted("busy", NOW.plus(HALF_AN_HOUR)));
        assertThat(Attempts.after(accepted(), ActionResult.begun("sent", Duration.ZERO), NOW))
                .isEqualTo(Move.working("sent", NOW.plus(FIRST_PAUSE)));
    }

    @Test
    void givenBegun_whenNothingIsKnown_thenIsNeverTakenForNotSent() {
        IntentRow begun = begun(Duration.ofMinutes(1));

        assertThat(Attempts.after(begun, ActionResult.again("busy"), NOW))
                .isEqualTo(Move.working("busy", NOW.plus(FIRST_PAUSE)));
        assertThat(Attempts.notNow(begun, "later", NOW)).isEqualTo(Move.working("later", NOW));
        assertThat(Attempts.notNow(accepted(), "later", NOW)).isEqualTo(Move.accepted("later", NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_SENT", "REJECTED", "UNKNOWN"})
    void givenBegun_whenALaterCallFails_thenIsReadBack(Outcome outcome) {
        assertThat(Attempts.after(begun(Duration.ofMinutes(1)), failure(outcome), NOW))
                .isEqualTo(Move.working("reading_back", NOW.plus(FIRST_PAUSE)));
    }

    @Test
    void givenBegun_whenTheKeyIsRefused_thenIsReadBackToo() {
        assertThat(Attempts.after(begun(Duration.ofMinutes(1)), refusedKey(), NOW))
                .isEqualTo(Move.working("reading_back", NOW.plus(FIRST_PAUSE)));
        assertThat(Attempts.after(accepted(), refusedKey(), NOW))
                .isEqualTo(Move.accepted("connection_refused", NOW.plus(Duration.ofMinutes(1))));
    }

    @ParameterizedTest
    @CsvSource({"1799999, WORKING, 10", "1800000, UNKNOWN, 3600"})
    void givenHalfAnHour_whenStillUnclear_thenAPersonLooks(long sinceMillis, IntentState state, long again) {
        Move move = Attempts.after(begun(Duration.ofMillis(sinceMillis)), failure(Outcome.UNKNOWN), NOW);

        assertThat(move.state()).isEqualTo(state);
        assertThat(move.at()).contains(NOW.plusSeconds(again));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_SENT", "REJECTED", "UNKNOWN"})
    void givenUnknown_whenALookFails_thenStaysSoUnderItsCode(Outcome outcome) {
        for (boolean isBegun : new boolean[] {true, false}) {
            IntentRow unknown = row(IntentState.UNKNOWN, "cannot_tell", isBegun, Optional.of(NOW), Optional.empty());

            assertThat(Attempts.after(unknown, temporary(outcome), NOW))
                    .isEqualTo(Move.unknown("cannot_tell", Optional.of(NOW.plus(FIRST_PAUSE))));
        }
    }

    @Test
    void givenUnknown_whenItCannotBeTried_thenStaysSoUnderItsCode() {
        IntentRow unknown = row(IntentState.UNKNOWN, "cannot_tell", false, Optional.empty(), Optional.empty());

        assertThat(Attempts.notNow(unknown, "later", NOW)).isEqualTo(Move.unknown("cannot_tell", Optional.of(NOW)));
        assertThat(Attempts.after(unknown, ActionResult.again("busy"), NOW).state())
                .isEqualTo(IntentState.UNKNOWN);
    }

    @Test
    void givenAppliedWithoutAnswer_whenItIsSoAgain_thenIsDoneWithoutResult() {
        IntentRow again = row(IntentState.WORKING, "answer_lost", true, Optional.of(NOW), Optional.empty());

        assertThat(Attempts.after(accepted(), failure(Outcome.APPLIED), NOW))
                .isEqualTo(Move.working("answer_lost", NOW.plusSeconds(2)));
        assertThat(Attempts.after(again, failure(Outcome.APPLIED), NOW))
                .isEqualTo(Move.done("answer_lost", Fields.none()));
    }

    @Test
    void givenNothingSent_whenTheVendorIsOut_thenIsTriedAgainInTime() {
        Instant soon = NOW.plusSeconds(4);
        IntentRow ending = row(IntentState.ACCEPTED, "accepted", false, Optional.empty(), Optional.of(soon));

        assertThat(Attempts.after(accepted(), failure(Outcome.NOT_SENT), NOW))
                .isEqualTo(Move.accepted("vendor_unavailable", NOW.plus(FIRST_PAUSE)));
        assertThat(Attempts.after(accepted(), temporary(Outcome.REJECTED), NOW))
                .isEqualTo(Move.accepted("vendor_unavailable", NOW.plus(FIRST_PAUSE)));
        assertThat(Attempts.after(ending, failure(Outcome.NOT_SENT), NOW))
                .isEqualTo(Move.accepted("vendor_unavailable", soon));
    }

    @Test
    void givenRefusalForGood_whenTried_thenIsOverWithTheWordsOfTheVendor() {
        ApiException words = ApiException.of(ApiError.of(422, "LIMIT", "too high"), REJECTED);

        assertThat(Attempts.after(accepted(), words, NOW))
                .isEqualTo(Move.refused("refused_by_vendor", NextStep.NEW_DOCUMENT, Optional.of("too high")));
        assertThat(Attempts.after(accepted(), failure(Outcome.REJECTED), NOW))
                .isEqualTo(Move.refused("refused_by_vendor", NextStep.NEW_DOCUMENT, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"3, 10", "10, 10", "90, 90"})
    void givenVendorThatAsksToWait_whenLonger_thenItIsWaitedFor(long asked, long waits) {
        FailureInfo info = FailureInfo.temporary("limits.set", Outcome.NOT_SENT, Phase.HEAD)
                .withRetryAfter(Optional.of(Duration.ofSeconds(asked)));

        assertThat(Attempts.after(accepted(), new TransportException("busy", info, null), NOW)
                        .at())
                .contains(NOW.plusSeconds(waits));
    }

    @Test
    void givenMistake_whenNobodyKnowsHowFarItCame_thenIsOpenThenUnknown() {
        assertThat(Attempts.afterMistake(accepted(), NOW))
                .isEqualTo(Move.working("bridge_error", NOW.plus(FIRST_PAUSE)));
        assertThat(Attempts.afterMistake(begun(HALF_AN_HOUR), NOW))
                .isEqualTo(Move.unknown("bridge_error", Optional.of(NOW.plus(Duration.ofHours(1)))));
    }

    @Test
    void givenUnknownResult_whenItIsToBeLookedAt_thenSaysWhen() {
        ActionResult look = new ActionResult.Unknown("cannot_tell", Optional.of(HALF_AN_HOUR));

        assertThat(Attempts.after(accepted(), look, NOW))
                .isEqualTo(Move.unknown("cannot_tell", Optional.of(NOW.plus(HALF_AN_HOUR))));
        assertThat(Attempts.after(accepted(), ActionResult.unknown("cannot_tell"), NOW))
                .isEqualTo(Move.unknown("cannot_tell", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "2, 30", "3, 120", "4, 600", "5, 1800", "6, 3600", "7, 3600", "100, 3600"})
    void givenTries_whenTheyFail_thenPausesGrowToAnHour(int tries, long seconds) {
        assertThat(Backoff.after(tries)).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static IntentRow accepted() {
        return row(IntentState.ACCEPTED, "accepted", false, Optional.empty(), Optional.empty());
    }

    private static IntentRow begun(Duration ago) {
        return row(IntentState.WORKING, "working", true, Optional.of(NOW.minus(ago)), Optional.empty());
    }

    private static IntentRow row(
            IntentState state, String code, boolean isBegun, Optional<Instant> begunAt, Optional<Instant> until) {
        Intent intent = new Intent(
                "I1",
                IntentKey.of("zup", "test.act", "d-1"),
                "north",
                Fields.none(),
                state,
                NextStep.WAIT,
                code,
                Fields.none(),
                Optional.empty(),
                Optional.empty(),
                0,
                NOW,
                NOW,
                until,
                Optional.of(NOW),
                0,
                1);
        return new IntentRow(intent, "", true, isBegun, begunAt, false, 1);
    }

    private static SdkException failure(Outcome outcome) {
        return new TransportException("broken", FailureInfo.lasting("limits.set", outcome, Phase.HEAD), null);
    }

    private static SdkException temporary(Outcome outcome) {
        return new TransportException("broken", FailureInfo.temporary("limits.set", outcome, Phase.HEAD), null);
    }

    private static SdkException refusedKey() {
        return ApiException.of(ApiError.of(401, "AUTH", "who are you"), REJECTED);
    }
}
