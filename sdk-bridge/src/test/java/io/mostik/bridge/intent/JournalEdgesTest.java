package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.core.test.ManualTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the journal says no, takes over, counts, and tells an action what a person has found out. */
class JournalEdgesTest {

    private final ManualTime time = new ManualTime();
    private final JdbcConnectionPool pool = BridgeStore.h2().pool();
    private Function<ActionCall, ActionResult> behaviour = call -> ActionResult.done("limit_set");
    private final List<String> resolved = new ArrayList<>();
    private final TestAction action = TestAction.of(call -> behaviour.apply(call));
    private final JournalLab lab = new JournalLab(pool, time, once -> List.of(new Listening(action, resolved)));

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void givenUnknown_whenItDidNotHappen_thenIsRefusedAndTheActionTold() {
        behaviour = call -> ActionResult.unknown("cannot_tell");
        Intent intent = lab.accept("d-1", "7");
        lab.ringDue();

        Intent settled = lab.intents.resolve(intent.id(), Resolution.notHappened("O. Ivanova", "not in the list"));

        assertThat(settled.state()).isEqualTo(IntentState.REFUSED);
        assertThat(settled.code()).isEqualTo("settled_not_happened");
        assertThat(settled.nextStep()).isEqualTo(NextStep.NEW_DOCUMENT);
        assertThat(resolved).containsExactly(intent.id() + " d-1 north false");
        assertThat(decisions()).containsExactly("did not happen");
    }

    @Test
    void givenUnknown_whenDecidedOtherwise_thenTheDecisionSaysWhat() {
        behaviour = call -> ActionResult.unknown("cannot_tell");
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "8");
        lab.ringDue();

        lab.intents.resolve(first.id(), Resolution.happened(Fields.none(), "O. Ivanova", "seen"));
        Intent again = lab.intents.resolve(second.id(), Resolution.sendAgain("O. Ivanova", "not there"));
        lab.intents.retry(second.id(), "P. Petrov", "now");

        assertThat(again.state()).isEqualTo(IntentState.ACCEPTED);
        assertThat(again.code()).isEqualTo("send_again");
        assertThat(resolved).containsExactly(first.id() + " d-1 north true", second.id() + " d-2 north false");
        assertThat(decisions()).containsExactly("happened", "send again", "try now");
    }

    @Test
    void givenIntentThatIsDueNow_whenRetried_thenItsAlarmStays() {
        Intent intent = lab.accept("d-1", "7");

        Intent retried = lab.intents.retry(intent.id(), "O. Ivanova", "now");

        assertThat(retried.version()).isEqualTo(intent.version());
        assertThat(lab.due()).containsExactly(intent.id() + ".1");
    }

    @Test
    void givenNoSuchIntent_whenDecided_thenSaysSo() {
        assertThatThrownBy(() -> lab.intents.cancel("NONE"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("NONE");
        assertThatThrownBy(() -> lab.intents.retry("NONE", "O. Ivanova", "now"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> lab.intents.await("NONE", Duration.ZERO)).isInstanceOf(NoSuchElementException.class);
        assertThat(decisions()).isEmpty();
    }

    @Test
    void givenActionThatIsGone_whenRung_thenWaitsAndEndsBySettings() {
        Instant end = time.now().plus(Duration.ofMinutes(1));
        IntentRequest request = JournalLab.request("d-1", "7");
        Intent intent = lab.intents
                .accept(new IntentRequest(request.key(), request.connection(), request.fields(), Optional.of(end)))
                .intent();
        JournalLab without = new JournalLab(pool, time, once -> List.of());

        without.ringDue();
        Intent waiting = lab.find(intent);
        without.after(Duration.ofMinutes(1));

        assertThat(waiting.state()).isEqualTo(IntentState.ACCEPTED);
        assertThat(waiting.code()).isEqualTo("action_missing");
        assertThat(waiting.notBefore()).contains(waiting.changedAt().plusSeconds(10));
        assertThat(lab.find(intent).state()).isEqualTo(IntentState.REFUSED);
        assertThat(lab.find(intent).nextStep()).isEqualTo(NextStep.FIX_SETTINGS);
        assertThat(action.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = IntentState.class,
            names = {"DONE", "UNKNOWN"})
    void givenEarlierProgram_whenTakenOver_thenIsKnownAndNothingRings(IntentState state) {
        IntentRequest request = JournalLab.request("d-1", "7");
        Instant before = Instant.parse("2026-01-02T03:04:05Z");

        boolean isNew = lab.intents.takeOver(request, state, before);
        boolean isNewAgain = lab.intents.takeOver(request, state, before);
        Acceptance asked = lab.intents.accept(request);

        assertThat(isNew).isTrue();
        assertThat(isNewAgain).isFalse();
        assertThat(asked.earlier()).isTrue();
        assertThat(asked.intent().state()).isEqualTo(state);
        assertThat(asked.intent().nextStep()).isEqualTo(state == IntentState.DONE ? NextStep.NOTHING : NextStep.PERSON);
        assertThat(asked.intent().acceptedAt()).isEqualTo(before);
        assertThat(asked.intent().fields()).isEqualTo(request.fields());
        assertThat(lab.ringDue()).isZero();
        assertThat(lab.engine.sweep().run()).isZero();
        assertThat(lab.intents.events("zup", 0, 10)).isEmpty();
    }

    @Test
    void givenTakenOverUnknown_whenSettled_thenTheBaseIsTold() {
        lab.intents.takeOver(JournalLab.request("d-1", "7"), IntentState.UNKNOWN, time.now());
        Intent open = lab.intents.list(IntentQuery.all()).get(0);

        lab.intents.resolve(open.id(), Resolution.notHappened("O. Ivanova", "not there"));

        assertThat(lab.intents.events("zup", 0, 10)).extracting(Intent::id).containsExactly(open.id());
    }

    @Test
    void givenWhatIsImpossible_whenAsked_thenIsRefusedBefore() throws SQLException {
        IntentRequest request = JournalLab.request("d-1", "7");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.intents.takeOver(request, IntentState.WORKING, time.now()));
        assertThatIllegalArgumentException().isThrownBy(() -> lab.intents.events("zup", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> lab.intents.events("zup", 0, 1_001));
        assertThat(lab.intents.events("zup", 0, 1_000)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> lab.accept("d-1", "7".repeat(246)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.intents.accept(
                        IntentRequest.of(request.key(), "north", Fields.of("sum", "1".repeat(64 * 1024)))))
                .withMessageContaining("65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.intents.accept(
                        IntentRequest.of(IntentKey.of("zup", "test.other", "d-1"), "", Fields.none())))
                .withMessageContaining("test.other");
        try (Connection connection = pool.getConnection()) {
            assertThatIllegalArgumentException().isThrownBy(() -> lab.intents.in(connection));
        }
        assertThat(lab.intents.list(IntentQuery.all())).isEmpty();
        assertThat(lab.accept("d-1", "7".repeat(245))).isNotNull();
    }

    @Test
    void givenSubjectWithAThousandOpen_whenOneMore_thenIsRefused() {
        for (int i = 0; i < OpenLimits.MOST; i++) {
            lab.intents.accept(of("base-" + i % 4, "d-" + i));
        }

        assertThatThrownBy(() -> lab.intents.accept(of("base-9", "d-more")))
                .isInstanceOf(TooManyOpenException.class)
                .hasMessageContaining("the subject");
        assertThat(lab.intents.list(IntentQuery.all().ofBase("base-9"))).isEmpty();
    }

    @Test
    void givenOpenAndUnknown_whenCounted_thenOldestIsOfWhatIsOpen() {
        behaviour = call -> ActionResult.unknown("cannot_tell");
        Intent unknown = lab.accept("d-1", "7");
        lab.ringDue();
        time.advance(Duration.ofHours(1));
        Intent open = lab.accept("d-2", "8");
        time.advance(Duration.ofHours(1));
        lab.accept("d-3", "9");

        IntentCounts counts = lab.intents.counts();

        assertThat(counts.in(IntentState.UNKNOWN)).isEqualTo(1);
        assertThat(counts.in(IntentState.ACCEPTED)).isEqualTo(2);
        assertThat(counts.oldestOpen()).contains(open.acceptedAt());
        assertThat(unknown.acceptedAt()).isBefore(open.acceptedAt());
    }

    @Test
    void givenLongCodeAndZeroByte_whenNoted_thenFitTheTable() {
        behaviour = call -> new ActionResult.Refused("c".repeat(70), NextStep.NEW_DOCUMENT, Optional.of("no\u0000!"));
        Intent intent = lab.accept("d-1", "7");

        lab.ringDue();

        assertThat(lab.find(intent).code()).isEqualTo("c".repeat(60));
        assertThat(lab.find(intent).vendorSays()).contains("no!");
    }

    @Test
    void givenJournals_whenAskedForTheirIds_thenTheyDiffer() {
        JdbcConnectionPool other = BridgeStore.h2().pool();
        try {
            JournalLab second = new JournalLab(other, time, once -> List.of(action));

            assertThat(lab.intents.journal()).isNotEmpty().isNotEqualTo(second.intents.journal());
        } finally {
            other.dispose();
        }
    }

    @Test
    void givenManyWithoutAlarm_whenSwept_thenAllPagesAre() {
        for (int i = 0; i < 501; i++) {
            lab.intents.accept(IntentRequest.of(IntentKey.of("zup", "test.act", "d-" + i), "", Fields.none()));
        }
        lab.removeAllAlarms();

        assertThat(lab.engine.sweep().run()).isEqualTo(501);
        assertThat(lab.due()).hasSize(501);
    }

    private List<String> decisions() {
        return lab.decisions.list(0, 10).stream().map(one -> one.what()).toList();
    }

    private static IntentRequest of(String base, String document) {
        return IntentRequest.of(IntentKey.of(base, "test.act", document), "north", Fields.of("card", "7"));
    }

    /** An action that notes what it is told of a person's decision. */
    private record Listening(TestAction action, List<String> resolved) implements Action {

        @Override
        public ActionSpec spec() {
            return action.spec();
        }

        @Override
        public ActionResult attempt(ActionCall call) {
            return action.attempt(call);
        }

        @Override
        public Optional<String> subject(Fields fields) {
            return action.subject(fields);
        }

        @Override
        public void resolved(ActionCall call, boolean happened) {
            resolved.add(call.id() + " " + call.document() + " " + call.connection() + " " + happened);
        }
    }
}
