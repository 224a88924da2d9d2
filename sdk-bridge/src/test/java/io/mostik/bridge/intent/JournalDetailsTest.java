package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.text.SortedIds;
import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.ReadBack;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal finds, counts and lets wait, and which write record a person's decision settles. */
class JournalDetailsTest {

    private final ManualTime time = new ManualTime();
    private final JdbcConnectionPool pool = BridgeStore.h2().pool();
    private Function<ActionCall, ActionResult> behaviour = call -> ActionResult.done("limit_set");
    private final TestAction action = TestAction.of(call -> behaviour.apply(call));
    private final JournalLab lab = new JournalLab(pool, time, once -> List.of(action, new Unclear(once)));

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void givenIntents_whenFoundByKeyAndPaged_thenEachIsItself() {
        Intent first = lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "8");
        lab.ringDue();

        assertThat(lab.intents.find(second.key()).map(Intent::id)).contains(second.id());
        assertThat(lab.intents.find(IntentKey.of("zup", "test.act", "d-3"))).isEmpty();
        assertThat(lab.intents.events("zup", 0, 1)).extracting(Intent::id).containsExactly(first.id());
        assertThat(lab.intents.list(IntentQuery.all().ofDocument("d-2")))
                .extracting(Intent::id)
                .containsExactly(second.id());
        assertThat(lab.intents.list(IntentQuery.all().after(first.id())))
                .extracting(Intent::id)
                .containsExactly(second.id());
    }

    @Test
    void givenAttempts_whenTheyRun_thenTheStateSaysSo() {
        List<String> seen = new ArrayList<>();
        behaviour = call -> {
            Intent now = lab.intents.find(call.id()).orElseThrow();
            seen.add(now.state() + " " + now.code() + " " + now.tries());
            return new ActionResult.Unknown("cannot_tell", Optional.of(Duration.ofHours(1)));
        };
        Intent intent = lab.accept("d-1", "7");

        lab.ringDue();
        time.advance(Duration.ofHours(1));
        List<String> alarms = lab.due();
        lab.ringDue();

        assertThat(seen).containsExactly("WORKING working 1", "UNKNOWN cannot_tell 2");
        assertThat(alarms).containsExactly(intent.id() + ".2");
    }

    @Test
    void givenBaseWithAThousandOpen_whenOneMore_thenIsRefused() {
        for (int i = 0; i < OpenLimits.MOST; i++) {
            lab.intents.accept(withoutSubject("d-" + i, Optional.empty()));
        }

        assertThatThrownBy(() -> lab.intents.accept(withoutSubject("d-more", Optional.empty())))
                .isInstanceOf(TooManyOpenException.class)
                .hasMessageContaining("base zup");
        assertThat(lab.intents.list(IntentQuery.all().ofDocument("d-more"))).isEmpty();
    }

    @Test
    void givenIds_whenTheClockStandsOrGoesBack_thenEachIsLater() {
        SortedIds ids = new SortedIds();
        Instant now = Instant.parse("2026-12-01T10:00:00Z");

        List<String> made = List.of(
                ids.next(now),
                ids.next(now),
                ids.next(now.minusSeconds(1)),
                ids.next(now.plusMillis(1)),
                ids.next(now.plusSeconds(60)));

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made.get(3)).isGreaterThan(SortedIds.first(now.plusMillis(1)));
        assertThat(made.get(4)).isGreaterThan(SortedIds.first(now.plusSeconds(60)));
    }

    @Test
    void givenUnclearWrites_whenOneIsSettled_thenTheOtherStaysOpen() {
        Intent first = lab.intents.accept(unclear("d-1")).intent();
        Intent second = lab.intents.accept(unclear("d-2")).intent();
        lab.ringDue();

        lab.intents.resolve(first.id(), Resolution.happened(Fields.none(), "O. Ivanova", "seen"));

        assertThat(lab.once.pending()).extracting(OpenWrite::ref).containsExactly(second.id());
        assertThat(lab.find(second).state()).isEqualTo(IntentState.UNKNOWN);
    }

    @Test
    void givenRefusedKeyWithoutSubject_whenSeveralWait_thenOneAsks() {
        behaviour = call -> {
            FailureInfo info = FailureInfo.lasting("limits.set", Outcome.REJECTED, Phase.HEAD);
            throw ApiException.of(ApiError.of(401, "AUTH", "who are you"), info);
        };
        lab.intents.accept(withoutSubject("d-1", Optional.empty()));
        Intent second =
                lab.intents.accept(withoutSubject("d-2", Optional.empty())).intent();

        lab.ringDue();

        assertThat(action.calls()).hasSize(1);
        assertThat(lab.find(second).code()).isEqualTo("connection_refused");
        assertThat(lab.find(second).tries()).isZero();
    }

    @Test
    void givenIntentThatIsTooLate_whenRung_thenCountsAsEndedHere() {
        Instant end = time.now().plus(Duration.ofMinutes(1));
        lab.intents.accept(withoutSubject("d-1", Optional.of(end)));

        lab.after(Duration.ofMinutes(2));

        assertThat(action.calls()).isEmpty();
        assertThat(lab.engine.endedHere()).isEqualTo(Map.of("test.act", Map.of(IntentState.REFUSED, 1L)));
    }

    @Test
    void givenSubjectThatIsTaken_whenWaiting_thenLooksAfterAnHourAtLast() {
        behaviour = call -> ActionResult.begun("running", Duration.ofMinutes(1));
        lab.accept("d-1", "7");
        Intent second = lab.accept("d-2", "7");

        lab.ringDue();

        Intent waiting = lab.find(second);
        assertThat(waiting.code()).isEqualTo("waiting_for_another");
        assertThat(waiting.notBefore()).contains(waiting.changedAt().plus(Duration.ofHours(1)));
    }

    private static IntentRequest unclear(String document) {
        return IntentRequest.of(IntentKey.of("zup", "test.unclear", document), "", Fields.none());
    }

    private static IntentRequest withoutSubject(String document, Optional<Instant> until) {
        return new IntentRequest(IntentKey.of("zup", "test.act", document), "north", Fields.of("sum", "10"), until);
    }

    /** Its answer is lost each time, and the vendor tells nothing. */
    private record Unclear(OnceWrites<String, Void, Boolean> writes) implements Action {

        Unclear(Once once) {
            this(once.writes(
                    Kind.builder("test/unclear", String.class, Void.class, Boolean.class)
                            .ids(IdPolicy.PLAIN)
                            .content(ContentPolicy.STORED)
                            .lease(Duration.ofMinutes(1))
                            .build(),
                    OnceSteps.of(
                            document -> {
                                throw new IllegalStateException("no answer");
                            },
                            document -> ReadBack.unknown())));
        }

        @Override
        public ActionSpec spec() {
            return new ActionSpec(
                    "test.unclear", "Acts.", Effect.ONCE, "", Optional.empty(), false, List.of(), List.of(), "");
        }

        @Override
        public ActionResult attempt(ActionCall call) {
            try {
                return ActionResult.done(
                        writes.perform(call.id(), call.document()).toString());
            } catch (IllegalStateException e) {
                return ActionResult.unknown("cannot_tell");
            }
        }
    }
}
