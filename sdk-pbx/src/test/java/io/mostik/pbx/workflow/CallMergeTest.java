package io.mostik.pbx.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallLeg;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.workflow.CallNews.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallMergeTest {

    private static final Instant START = Instant.parse("2026-03-02T09:15:00Z");
    private static final PhoneNumber ANNA = PhoneNumber.of("+36301112233");
    private static final PhoneNumber BELA = PhoneNumber.of("+36301112244");
    private static final PhoneNumber OFFICE = PhoneNumber.of("+3615550100");

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CallTracker calls = PbxWorkflows.of(store, time).calls("pbx");
    private final List<CallNews> news = new ArrayList<>();

    @Test
    void givenRecordingAfterTheEnd_whenTold_thenJoinsTheCall() {
        tell(call("c-1").caller(ANNA).called(OFFICE).startedAt(START));
        tell(call("c-1").endedAt(START.plusSeconds(185)).outcome(CallOutcome.ANSWERED));
        tell(call("c-1").recording(RecordingRef.builder().id("rec-1").build()));

        CallNews last = last();
        assertThat(news).extracting(CallNews::change).containsExactly(Change.BEGAN, Change.ENDED, Change.CORRECTED);
        assertThat(last.changed()).containsExactly("recordings");
        assertThat(last.previous().orElseThrow().recordings()).isEmpty();
        assertThat(last.call().caller()).contains(ANNA);
        assertThat(last.call().startedAt()).contains(START);
        assertThat(last.call().recording().flatMap(RecordingRef::id)).contains("rec-1");
    }

    @Test
    void givenPoorerLastMessage_whenTold_thenNothingKnownIsLost() {
        tell(call("c-1").direction(CallDirection.OUTBOUND).called(ANNA).extension("101"));
        tell(call("c-1").direction(CallDirection.INBOUND).toldPhase(CallPhase.ENDED));

        assertThat(last().call().direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(last().call().extension()).contains("101");
        assertThat(last().call().phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void givenRowForEachPhone_whenTold_thenAnsweredBeatsMissed() {
        tell(row("101", CallOutcome.ANSWERED, 185));
        tell(row("102", CallOutcome.MISSED, 12));
        tell(row("103", CallOutcome.MISSED, 190));

        CallRecord call = last().call();
        assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(call.extension()).contains("101");
        assertThat(call.duration()).contains(Duration.ofSeconds(185));
        assertThat(call.legs())
                .extracting(leg -> leg.extension().orElseThrow(), CallLeg::outcome)
                .containsExactlyInAnyOrder(
                        tuple("101", CallOutcome.ANSWERED),
                        tuple("102", CallOutcome.MISSED),
                        tuple("103", CallOutcome.MISSED));
    }

    @Test
    void givenBusyThenCompletedAfterNothing_whenTold_thenStaysBusy() {
        tell(call("c-1").outcome(CallOutcome.BUSY).outcomeWord("busy"));
        tell(call("c-1").outcome(CallOutcome.ANSWERED).outcomeWord("completed").duration(Duration.ZERO));

        assertThat(last().call().outcome()).isEqualTo(CallOutcome.BUSY);
        assertThat(last().call().outcomeWord()).contains("busy");
    }

    @Test
    void givenZeroLengthWhileItRings_whenTold_thenGoesOn() {
        tell(call("c-1").caller(ANNA).duration(Duration.ZERO));
        tell(call("c-1").answeredAt(START).outcome(CallOutcome.ANSWERED).duration(Duration.ZERO));

        assertThat(news).extracting(CallNews::change).containsExactly(Change.BEGAN, Change.WENT_ON);
    }

    @Test
    void givenPartsWithIdsOfTheirOwn_whenLinked_thenAreOneCall() {
        tell(call("leg-1").linkedId("l-1").caller(ANNA).startedAt(START).endedAt(START.plusSeconds(300)));
        tell(call("leg-2").linkedId("l-1").startedAt(START.plusSeconds(300)).endedAt(START.plusSeconds(900)));
        tell(call("leg-3").linkedId("l-1").startedAt(START.plusSeconds(900)).endedAt(START.plusSeconds(990)));

        assertThat(news).extracting(one -> one.call().key()).containsOnly("l-1");
        assertThat(last().call().legs()).hasSize(3);
        assertThat(last().call().startedAt()).contains(START);
        assertThat(last().call().endedAt()).contains(START.plusSeconds(990));
    }

    @Test
    void givenIdUsedAgain_whenAnotherCalls_thenAreTwoCalls() {
        tell(call("7").caller(ANNA).called(OFFICE).outcome(CallOutcome.ANSWERED).endedAt(START));
        tell(call("7").caller(BELA).called(OFFICE).outcome(CallOutcome.MISSED));

        assertThat(news).extracting(CallNews::change).containsExactly(Change.ENDED, Change.ENDED);
        assertThat(news).extracting(one -> one.call().key()).doesNotHaveDuplicates();
        assertThat(last().call().outcome()).isEqualTo(CallOutcome.MISSED);
        assertThat(last().previous()).isEmpty();
    }

    @Test
    void givenIdUsedAgain_whenTheSameCallsLater_thenAreTwoCalls() {
        Instant later = START.plusSeconds(3_600);
        tell(call("7")
                .caller(ANNA)
                .startedAt(START)
                .endedAt(START.plusSeconds(60))
                .outcome(CallOutcome.ANSWERED));
        tell(call("7")
                .caller(ANNA)
                .startedAt(later)
                .endedAt(later.plusSeconds(9))
                .outcome(CallOutcome.MISSED));
        tell(call("7")
                .caller(ANNA)
                .startedAt(later)
                .recording(RecordingRef.builder().id("r").build()));

        assertThat(news).extracting(CallNews::change).containsExactly(Change.ENDED, Change.ENDED, Change.CORRECTED);
        assertThat(news).extracting(one -> one.call().key()).containsExactly("7", "7@" + later, "7@" + later);
    }

    @Test
    void givenNeitherIdNorTime_whenTold_thenNeverFallsTogether() {
        tell(CallRecord.builder().caller(ANNA).called(OFFICE).unreadable(List.of("startedAt")));
        tell(CallRecord.builder().caller(ANNA).called(OFFICE).unreadable(List.of("startedAt")));

        assertThat(news).extracting(CallNews::change).containsExactly(Change.BEGAN, Change.BEGAN);
        assertThat(store.stream("")).isEmpty();
    }

    @Test
    void givenRetryThatCounts_whenTold_thenIsNoNews() {
        for (int attempt = 1; attempt < 4; attempt++) {
            tell(call("c-1").endedAt(START).raw(Json.of(Map.of("id", "c-1", "attempt", attempt))));
        }

        assertThat(news).hasSize(1);
    }

    @Test
    void givenContradiction_whenNothingTellsWhichIsLater_thenSaysSo() {
        List<CallRecord> both = List.of(
                call("c-1").endedAt(START).userName("Nora").build(),
                call("c-1").endedAt(START).userName("Pal").build());

        calls.accept(both.get(0), news::add);
        calls.accept(both.get(1), news::add);
        boolean retry = calls.accept(both.get(0), news::add);
        List<CallNews> reversed = new ArrayList<>();
        CallTracker other = PbxWorkflows.of(StateStore.inMemory()).calls("pbx");
        other.accept(both.get(1), reversed::add);
        other.accept(both.get(0), reversed::add);

        assertThat(retry).isFalse();
        assertThat(news).extracting(CallNews::change).containsExactly(Change.ENDED, Change.CORRECTED);
        assertThat(last().sources().get("userName").isContradicted()).isTrue();
        assertThat(last().sources().get("endedAt").isContradicted()).isFalse();
        assertThat(reversed.get(1).call().userName()).isEqualTo(last().call().userName());
    }

    @Test
    void givenSequence_whenTold_thenGreaterIsLater() {
        tell(call("c-1").endedAt(START).userName("Pal").sequence(2));
        tell(call("c-1").endedAt(START).userName("Nora").sequence(1));

        assertThat(last().call().userName()).contains("Pal");
        assertThat(news).hasSize(1);
    }

    @Test
    void givenRecordings_whenTold_thenEachIsListedOnceByContent() {
        tell(call("c-1").recording(RecordingRef.builder().id("r-1").build()));
        tell(call("c-1").recording(RecordingRef.builder().sha256("aa").build()));
        tell(call("c-1").recording(RecordingRef.builder().sha256("bb").id("r-2").build()));
        tell(call("c-1").recording(RecordingRef.builder().sha256("aa").id("r-1").build()));

        assertThat(last().call().recordings())
                .extracting(one -> one.sha256().orElse("") + one.id().orElse(""))
                .containsExactlyInAnyOrder("aar-1", "bbr-2");
    }

    @Test
    void givenUnreadableTime_whenAnotherPushHasIt_thenIsKnown() {
        tell(call("c-1").unreadable(List.of("startedAt")));
        tell(call("c-1").startedAt(START));

        assertThat(last().call().unreadable()).isEmpty();
        assertThat(last().sources().get("startedAt").receivedAt()).isEqualTo(time.now());
    }

    @Test
    void givenCallThatNeverEnds_whenSilent_thenIsSignalledOnce() {
        tell(call("c-1").caller(ANNA).startedAt(START));
        tell(call("c-2").startedAt(START));
        tell(call("c-2").endedAt(START.plusSeconds(9)));
        time.advance(Duration.ofHours(4));
        news.clear();

        int first = calls.stale(Duration.ofHours(4), news::add);
        int again = calls.stale(Duration.ofHours(4), news::add);

        assertThat(List.of(first, again)).containsExactly(1, 0);
        assertThat(news).extracting(CallNews::change).containsExactly(Change.STALE);
        assertThat(last().call().caller()).contains(ANNA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calls.stale(Duration.ZERO, news::add))
                .withMessageContaining("silence");
    }

    @Test
    void givenFailingHandler_whenSilent_thenIsSignalledAgain() {
        tell(call("c-1").startedAt(START));
        time.advance(Duration.ofHours(5));

        assertThatIllegalStateException()
                .isThrownBy(() -> calls.stale(Duration.ofHours(4), one -> {
                    throw new IllegalStateException("database is down");
                }));

        assertThat(calls.stale(Duration.ofHours(4), news::add)).isEqualTo(1);
    }

    @Test
    void givenNumberOfAnotherRegion_whenStored_thenStaysTheSame() {
        tell(call("c-1").caller(PhoneNumber.of("601 234 567", "PL")).startedAt(START));
        tell(call("c-1").endedAt(START.plusSeconds(9)));

        assertThat(last().call().caller().flatMap(PhoneNumber::e164)).contains("+48601234567");
        assertThat(last().call().caller().map(PhoneNumber::original)).contains("601 234 567");
    }

    private static CallRecord.Builder row(String extension, CallOutcome outcome, int seconds) {
        return call("1772442900.71")
                .caller(ANNA)
                .extension(extension)
                .startedAt(START)
                .endedAt(START.plusSeconds(seconds))
                .duration(Duration.ofSeconds(seconds))
                .outcome(outcome);
    }

    private static CallRecord.Builder call(String id) {
        return CallRecord.builder().callId(id);
    }

    private void tell(CallRecord.Builder call) {
        boolean unused = calls.accept(call.build(), news::add);
    }

    private CallNews last() {
        return news.get(news.size() - 1);
    }
}
