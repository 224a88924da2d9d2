package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal keeps to, on whatever database. */
abstract class JournalContract {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final ManualTime time = new ManualTime();
    private Function<ActionCall, ActionResult> behaviour = call -> ActionResult.done("limit_set");
    private final TestAction action = TestAction.of(call -> behaviour.apply(call));
    private final TestAction hasty =
            new TestAction("test.hasty", Optional.of(HALF_AN_HOUR), false, call -> behaviour.apply(call));
    private JdbcConnectionPool pool;
    private JournalLab lab;

    abstract BridgeStore store();

    @BeforeEach
    void open() {
        pool = store().pool();
        lab = new JournalLab(pool, time, once -> List.of(action, hasty));
    }

    @AfterEach
    void close() {
        Optional.ofNullable(pool).ifPresent(JdbcConnectionPool::dispose); // none where the database is missing
    }

    @Test
    void givenVendorOutOfReach_whenTried_thenIsTriedAgainAfterLongerPauses() {
        behaviour = call -> {
            throw transport(Outcome.NOT_SENT);
        };
        Intent intent = lab.accept("d-1", "7");

        lab.ringDue();
        Intent once = lab.find(intent);
        lab.after(Duration.ofSeconds(10));
        Intent twice = lab.find(intent);
        behaviour = call -> ActionResult.done("limit_set");
        lab.after(Duration.ofSeconds(30));

        assertThat(once.state()).isEqualTo(IntentState.ACCEPTED);
        assertThat(once.code()).isEqualTo("vendor_unavailable");
        assertThat(Duration.between(once.changedAt(), once.notBefore().orElseThrow()))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(Duration.between(twice.changedAt(), twice.notBefore().orElseThrow()))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenActionWithEnd_whenNothingWasSentUntilThen_thenIsRefusedUnasked() {
        behaviour = call -> {
            throw transport(Outcome.NOT_SENT);
        };
        Intent intent = accept("test.hasty", "d-1");
        for (int i = 0; i < 8; i++) {
            lab.after(Duration.ofMinutes(4));
        }
        int asked = hasty.calls().size();

        lab.after(Duration.ofHours(1));

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.REFUSED);
        assertThat(lab.find(intent).code()).isEqualTo("too_late");
        assertThat(hasty.calls()).hasSize(asked).noneMatch(ActionCall::isLate);
    }

    @Test
    void givenLostAnswer_whenLate_thenIsReadBackAllTheSame() {
        behaviour = call -> {
            throw transport(Outcome.UNKNOWN);
        };
        Intent intent = accept("test.hasty", "d-1");
        lab.ringDue();
        assertThat(lab.find(intent).state()).isEqualTo(IntentState.WORKING);
        behaviour = call -> ActionResult.done("found");

        lab.after(Duration.ofHours(2));

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
        assertThat(hasty.calls()).extracting(ActionCall::isLate).containsExactly(false, true);
    }

    @Test
    void givenLostAnswer_whenLaterCallsDoNotGetThrough_thenStaysOpenAndEndsUnknown() {
        behaviour = call -> {
            throw transport(Outcome.UNKNOWN);
        };
        Intent intent = lab.accept("d-1", "7");
        lab.ringDue();
        behaviour = call -> {
            throw transport(Outcome.NOT_SENT);
        };

        for (int i = 0; i < 5; i++) {
            lab.after(Duration.ofMinutes(3));
            assertThat(lab.find(intent).state()).isEqualTo(IntentState.WORKING);
        }
        lab.after(HALF_AN_HOUR);
        lab.after(HALF_AN_HOUR);

        Intent unknown = lab.find(intent);
        assertThat(unknown.state()).isEqualTo(IntentState.UNKNOWN);
        assertThat(unknown.nextStep()).isEqualTo(NextStep.PERSON);
        assertThat(lab.intents.events("zup", 0, 10)).extracting(Intent::id).containsExactly(intent.id());
    }

    @Test
    void givenUnknown_whenALaterLookFindsIt_thenEndsAndTellsAgain() {
        behaviour = call -> new ActionResult.Unknown("cannot_tell", Optional.of(Duration.ofHours(1)));
        Intent intent = lab.accept("d-1", "7");
        lab.ringDue();
        long told = lab.find(intent).event();
        lab.after(Duration.ofHours(1));
        assertThat(lab.find(intent).event()).isEqualTo(told);
        behaviour = call -> ActionResult.done("found");

        lab.after(Duration.ofHours(1));

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
        assertThat(lab.intents.events("zup", told, 10)).extracting(Intent::id).containsExactly(intent.id());
    }

    @Test
    void givenVendorThatRefuses_whenTried_thenIsOverAndSaysWhy() {
        behaviour = call -> {
            throw api(ApiError.of(422, "LIMIT", "the limit is too high"), Outcome.REJECTED);
        };
        Intent intent = lab.accept("d-1", "7");

        lab.ringDue();

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.REFUSED);
        assertThat(lab.find(intent).vendorSays()).contains("the limit is too high");
    }

    @Test
    void givenRefusedKey_whenSeveralWait_thenOneAMinuteAsksAndNoneIsLost() {
        behaviour = call -> {
            throw api(ApiError.of(401, "AUTH", "who are you"), Outcome.REJECTED);
        };
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "8");
        lab.ringDue();

        assertThat(action.calls()).hasSize(1);
        assertThat(lab.engine.refusedConnections()).containsKey("north");
        lab.after(Duration.ofMinutes(1));
        assertThat(action.calls()).hasSize(2);
        behaviour = call -> ActionResult.done("limit_set");
        lab.after(Duration.ofMinutes(1));
        lab.after(Duration.ofMinutes(1));

        assertThat(List.of(lab.find(first), lab.find(second))).allMatch(one -> one.state() == IntentState.DONE);
        assertThat(lab.engine.refusedConnections()).isEmpty();
    }

    @Test
    void givenRefusedKey_whenTheTimeIsOver_thenSettingsAreToBeMended() {
        behaviour = call -> {
            throw api(ApiError.of(401, "AUTH", "who are you"), Outcome.REJECTED);
        };
        Intent intent = accept("test.hasty", "d-1");
        for (int i = 0; i < 31; i++) {
            lab.after(Duration.ofMinutes(1));
        }

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.REFUSED);
        assertThat(lab.find(intent).nextStep()).isEqualTo(NextStep.FIX_SETTINGS);
    }

    @Test
    void givenAppliedWithoutAnswer_whenReadAgain_thenIsDoneWithItsResult() {
        behaviour = call -> {
            throw transport(Outcome.APPLIED);
        };
        Intent intent = lab.accept("d-1", "7");
        lab.ringDue();
        behaviour = call -> ActionResult.done("found", Fields.of("limit", "10"));

        lab.after(Duration.ofSeconds(2));

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
        assertThat(lab.find(intent).results()).isEqualTo(Fields.of("limit", "10"));
    }

    @Test
    void givenMistakeInAnAction_whenTried_thenIsNeverTakenForRefused() {
        behaviour = call -> {
            throw new IllegalStateException("a mistake");
        };
        Intent intent = lab.accept("d-1", "7");

        lab.ringDue();

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.WORKING);
        assertThat(lab.find(intent).code()).isEqualTo("bridge_error");
    }

    @Test
    void givenSubject_whenSeveralWait_thenTheyRunOneAfterAnotherInOrder() {
        behaviour = call -> ActionResult.begun("running", Duration.ofMinutes(1));
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "7");
        Intent third = lab.accept("d-3", "7");
        Intent other = lab.accept("d-4", "8");
        lab.ringDue();
        assertThat(action.calls()).extracting(ActionCall::id).containsExactly(first.id(), other.id());
        assertThat(lab.find(second).code()).isEqualTo("waiting_for_another");
        behaviour = call -> ActionResult.done("limit_set");

        lab.after(Duration.ofMinutes(1));

        assertThat(action.calls().stream().skip(2).map(ActionCall::id))
                .containsExactly(first.id(), other.id(), second.id(), third.id());
        assertThat(lab.find(third).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenUnknown_whenOthersWait_thenShowsWhom() {
        behaviour = call -> ActionResult.unknown("outcome_unknown");
        Intent unknown = lab.accept("d-1", "7");
        lab.ringDue();
        assertThat(lab.intents.blocked()).isEmpty();
        time.advance(HALF_AN_HOUR);
        Intent second = lab.accept("d-2", "7");
        Intent third = lab.accept("d-3", "7");
        Intent other = lab.accept("d-4", "8");
        lab.ringDue();

        assertThat(lab.intents.blocked()).containsExactly(new Blocked(unknown.id(), 2, second.acceptedAt()));
        assertThat(lab.intents.behind(unknown.id(), 9)).extracting(Intent::id).containsExactly(second.id(), third.id());
        assertThat(lab.intents.behind(other.id(), 9)).isEmpty();

        behaviour = call -> ActionResult.done("limit_set");
        lab.intents.resolve(unknown.id(), Resolution.notHappened("anna", "seen at the bank"));
        lab.ringDue();

        assertThat(lab.intents.blocked()).isEmpty();
        assertThat(lab.engine.endedHere())
                .isEqualTo(Map.of(
                        "test.act", Map.of(IntentState.UNKNOWN, 2L, IntentState.REFUSED, 1L, IntentState.DONE, 2L)));
    }

    @Test
    void givenSubject_whenTheLaterOneRingsFirst_thenItWaitsForTheEarlierOne() {
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "7");

        lab.ring(second.id() + ".1");

        assertThat(action.calls()).isEmpty();
        lab.ringDue();
        assertThat(action.calls()).extracting(ActionCall::id).containsExactly(first.id(), second.id());
    }

    @Test
    void givenUnknownThatHolds_whenSettled_thenTheNextOneGoesOn() {
        behaviour = call -> ActionResult.unknown("cannot_tell");
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "7");
        lab.ringDue();
        behaviour = call -> ActionResult.done("limit_set");
        lab.after(Duration.ofHours(5));
        assertThat(lab.find(second).state()).isEqualTo(IntentState.ACCEPTED);

        Intent settled = lab.intents.resolve(
                first.id(), Resolution.happened(Fields.of("limit", "10"), "O. Ivanova", "seen in the bank's list"));
        lab.ringDue();

        assertThat(settled.state()).isEqualTo(IntentState.DONE);
        assertThat(settled.results()).isEqualTo(Fields.of("limit", "10"));
        assertThat(lab.find(second).state()).isEqualTo(IntentState.DONE);
        assertThat(lab.decisions.list(0, 10)).singleElement().satisfies(decision -> {
            assertThat(decision.who()).isEqualTo("O. Ivanova");
            assertThat(decision.about()).isEqualTo("intent " + first.id());
        });
        assertThatThrownBy(() -> lab.intents.resolve(first.id(), Resolution.notHappened("P. Petrov", "not seen")))
                .isInstanceOf(AlreadySettledException.class);
        assertThat(lab.decisions.list(0, 10)).hasSize(1);
    }

    @Test
    void givenUnknownThatPasses_whenOthersWait_thenTheyGoOn() {
        behaviour = call -> call.document().equals("d-1")
                ? new ActionResult.Unknown("cannot_tell", Optional.of(Duration.ofHours(1)))
                : ActionResult.done("done");
        Intent first = accept("test.hasty", "d-1");
        Intent second = accept("test.hasty", "d-2");

        lab.ringDue();

        assertThat(lab.find(first).state()).isEqualTo(IntentState.UNKNOWN);
        assertThat(lab.find(second).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenUnknown_whenSentAgainByAPerson_thenIsTriedHoweverLate() {
        behaviour = call -> ActionResult.unknown("cannot_tell");
        Intent intent = accept("test.hasty", "d-1");
        lab.ringDue();
        time.advance(Duration.ofDays(1));
        behaviour = call -> ActionResult.done("done");

        lab.intents.resolve(intent.id(), Resolution.sendAgain("O. Ivanova", "the bank knows nothing of it"));
        lab.ringDue();

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
        assertThat(hasty.calls()).noneMatch(ActionCall::isLate);
    }

    @Test
    void givenIntent_whenCancelled_thenOnlyAsLongAsNothingWasSent() {
        behaviour = call -> ActionResult.begun("running", Duration.ofMinutes(1));
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "7");
        lab.ringDue();

        assertThat(lab.intents.cancel(first.id())).isFalse();
        assertThat(lab.intents.cancel(second.id())).isTrue();
        assertThat(lab.intents.cancel(second.id())).isTrue();

        assertThat(lab.find(second).state()).isEqualTo(IntentState.CANCELLED);
        assertThat(lab.intents.events("zup", 0, 10)).extracting(Intent::id).containsExactly(second.id());
        lab.after(Duration.ofHours(2));
        assertThat(action.calls()).noneMatch(call -> call.id().equals(second.id()));
    }

    @Test
    void givenWaitingIntent_whenRetriedByAPerson_thenIsTriedNow() {
        behaviour = call -> {
            throw transport(Outcome.NOT_SENT);
        };
        Intent intent = lab.accept("d-1", "7");
        lab.ringDue();
        behaviour = call -> ActionResult.done("limit_set");

        lab.intents.retry(intent.id(), "O. Ivanova", "the bank is back");
        lab.ringDue();

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
        assertThatThrownBy(() -> lab.intents.retry(intent.id(), "O. Ivanova", "again"))
                .isInstanceOf(AlreadySettledException.class);
    }

    @Test
    void givenAlarmThatRangBefore_whenItRingsAgain_thenNothingIsDone() {
        Intent intent = lab.accept("d-1", "7");
        String alarm = lab.due().get(0);
        lab.ring(alarm);

        lab.ring(alarm);

        assertThat(action.calls()).hasSize(1);
        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenAttemptThatWasTakenOver_whenItsResultComesLate_thenThatOfTheLaterOneStands() {
        Intent intent = lab.accept("d-1", "7");
        String alarm = lab.due().get(0);
        behaviour = call -> {
            behaviour = again -> ActionResult.done("second");
            lab.ring(alarm);
            return ActionResult.refused("first");
        };

        lab.ring(alarm);

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
        assertThat(lab.find(intent).code()).isEqualTo("second");
        assertThat(lab.intents.lastEvent("zup")).isEqualTo(lab.find(intent).event());
    }

    @Test
    void givenIntentsWithoutAlarm_whenSwept_thenTheyRing() {
        Intent intent = lab.accept("d-1", "7");
        lab.removeAllAlarms();
        assertThat(lab.ringDue()).isZero();

        assertThat(lab.engine.sweep().run()).isEqualTo(1);
        assertThat(lab.engine.sweep().run()).isZero();
        lab.ringDue();

        assertThat(lab.find(intent).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenBaseWithAThousandOpen_whenOneMoreComes_thenItIsRefusedAndLeavesNothing() {
        for (int i = 0; i < OpenLimits.MOST; i++) {
            lab.accept("d-" + i, Integer.toString(i));
        }

        assertThatThrownBy(() -> lab.accept("d-more", "7")).isInstanceOf(TooManyOpenException.class);

        assertThat(lab.intents.find(IntentKey.of("zup", "test.act", "d-more"))).isEmpty();
        assertThat(lab.accept("d-1", "1")).isNotNull();
        assertThat(lab.intents.counts().in(IntentState.ACCEPTED)).isEqualTo(OpenLimits.MOST);
    }

    @Test
    void givenQuery_whenListed_thenOnlyWhatFitsComesInOrder() {
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "8");
        lab.intents.cancel(first.id());

        assertThat(lab.intents.list(IntentQuery.all().ofBase("zup")))
                .extracting(Intent::id)
                .containsExactly(first.id(), second.id());
        assertThat(lab.intents.list(IntentQuery.all().in(IntentState.CANCELLED)))
                .extracting(Intent::id)
                .containsExactly(first.id());
        assertThat(lab.intents.list(IntentQuery.all().ofDocument("d-2").after(first.id())))
                .extracting(Intent::id)
                .containsExactly(second.id());
        assertThat(lab.intents.list(IntentQuery.all().ofBase("other"))).isEmpty();
    }

    private Intent accept(String name, String document) {
        return lab.intents
                .accept(IntentRequest.of(
                        IntentKey.of("zup", name, document),
                        "north",
                        Fields.of("sum", "10").with("card", "7")))
                .intent();
    }

    private static SdkException transport(Outcome outcome) {
        return new TransportException(
                "the connection broke", FailureInfo.temporary("limits.set", outcome, Phase.HEAD), null);
    }

    private static SdkException api(ApiError error, Outcome outcome) {
        return ApiException.of(error, FailureInfo.lasting("limits.set", outcome, Phase.HEAD));
    }
}
