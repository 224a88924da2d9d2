package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Async;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.ScreenPop;
import io.mostik.pbx.vcclive.projects.Assessment;
import io.mostik.pbx.vcclive.statistics.Cdr;
import io.mostik.pbx.vcclive.statistics.CdrDirection;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import io.mostik.pbx.vcclive.webhooks.EventTime;
import io.mostik.pbx.vcclive.webhooks.IvrRequest;
import io.mostik.pbx.workflow.CallNews;
import io.mostik.pbx.workflow.CallTracker;
import io.mostik.pbx.workflow.PbxWorkflows;
import io.mostik.testing.vcclive.VccCall;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VccCallsTest {

    private static final VccCalls CALLS = VccCalls.inZone(ZoneId.of("Europe/Budapest"));
    private static final CallDisposition EVENT = CallDisposition.builder()
            .uuid("u-1")
            .direction(io.mostik.pbx.vcclive.webhooks.EventDirection.OUT)
            .source("3615550100")
            .destination("36301112233")
            .username("nora_op")
            .agentName("Kovács Nóra")
            .callStartTime(EventTime.of("2026-03-02 10:15:00"))
            .disposition(EventDisposition.builder()
                    .dispositionId(12)
                    .assessment(Assessment.ORDERED)
                    .build())
            .putUnknown("new_property", Json.of("kept"))
            .build();

    @Test
    void givenCallAtTheVendor_whenItsRecordIsRead_thenOneModelTellsIt() {
        try (VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
                VccLive vcc = VccLive.builder()
                        .customer(vendor.customer())
                        .token(Secret.of(vendor.token()))
                        .baseUri(vendor.uri().toString())
                        .http(http -> http.time(new ManualTime()))
                        .build()) {
            long record = vendor.addRecord(134, Map.of("name", "x", "phone1", "36301112233"));
            VccCall made = vendor.call(134, record, 17, 12, "");
            vendor.clock().advance(Duration.ofMinutes(5));

            CallRecord call =
                    CALLS.of(vcc.cdrs().find(YearMonth.of(2026, 3), made.uuid()).orElseThrow());

            assertThat(call.key()).isEqualTo(made.uuid());
            assertThat(call.direction()).isEqualTo(CallDirection.OUTBOUND);
            assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
            assertThat(call.remote()).contains(PhoneNumber.of("+36 30 111 2233"));
            assertThat(call.startedAt()).contains(made.startedAt());
            assertThat(call.talkTime()).contains(Duration.ofSeconds(95));
            assertThat(call.recording().flatMap(recording -> recording.id())).contains(made.uuid());
            assertThat(call.phase()).isEqualTo(CallPhase.ENDED);
            assertThat(call.raw().get("numberid").number().orElseThrow().longValue())
                    .isEqualTo(record);
        }
    }

    @ParameterizedTest
    @CsvSource({"HU, 06301112233, +36301112233", "PL, 225550100, +48225550100", "PL, 48225550100, +48225550100"})
    void givenAccountOfACountry_whenRead_thenNationalNumbersAreItsOwn(String region, String sent, String number) {
        CallRecord call = CALLS.region(region)
                .of(CallDisposition.builder().uuid("u-2").destination(sent).build());

        assertThat(call.called().flatMap(PhoneNumber::e164)).contains(number);
    }

    @Test
    void givenDisposition_whenRead_thenItIsTheSameCall() {
        CallRecord call = CALLS.of(EVENT);

        assertThat(call.key()).isEqualTo("u-1");
        assertThat(call.direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(call.directionWord()).contains("out");
        assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(call.outcomeWord()).contains("ordered");
        assertThat(call.remote()).contains(PhoneNumber.of("06301112233"));
        assertThat(call.userName()).contains("Kovács Nóra");
        assertThat(call.startedAt()).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(call.endedAt()).isEmpty();
        assertThat(call.raw().get("new_property").text()).contains("kept");
        assertThat(call.toString()).doesNotContain("Nóra", "36301112233");
    }

    @Test
    void givenDispositionAndRecord_whenTracked_thenTheyAreOneCall() {
        List<CallNews> updates = new ArrayList<>();
        CallTracker tracker = PbxWorkflows.of(StateStore.inMemory()).calls("vcc");
        Cdr cdr = Cdr.builder().uuid("u-1").billingTime(95).build();

        tracker.accept(CALLS.of(EVENT), updates::add);
        tracker.accept(CALLS.of(EVENT), updates::add);
        tracker.accept(CALLS.of(cdr), updates::add);
        tracker.accept(CALLS.of(EVENT), updates::add);

        assertThat(updates).extracting(CallNews::change).containsExactly(CallNews.Change.BEGAN, CallNews.Change.ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,MISSED",
        "1,20,MISSED",
        "2,0,ANSWERED",
        "3,20,ANSWERED",
        "9,20,UNKNOWN",
        ",20,ANSWERED",
        ",0,UNKNOWN"
    })
    void givenReachOfTheDisposition_whenRead_thenSaysHowTheCallEnded(Integer reach, int talk, CallOutcome outcome) {
        Cdr.Builder cdr = Cdr.builder().uuid("u").talkTime(talk);
        Optional.ofNullable(reach).ifPresent(cdr::dispositionReach);

        CallRecord call = CALLS.of(cdr.build());

        assertThat(call.outcome()).isEqualTo(outcome);
        assertThat(call.recording().isPresent()).isEqualTo(outcome == CallOutcome.ANSWERED);
    }

    @Test
    void givenRecordOfFewWords_whenRead_thenNothingIsInvented() {
        Cdr cdr = Cdr.builder()
                .uuid("u-2")
                .direction(new CdrDirection("sideways"))
                .source("")
                .destination("call centre")
                .billingStart(LocalDateTime.of(2026, 7, 1, 12, 0))
                .dispositionReach(2)
                .deletedUserId(17)
                .build();

        CallRecord call = CALLS.of(cdr);

        assertThat(call.direction()).isEqualTo(CallDirection.UNKNOWN);
        assertThat(call.directionWord()).contains("sideways");
        assertThat(call.caller())
                .hasValueSatisfying(caller -> assertThat(caller.isWithheld()).isTrue());
        assertThat(call.called())
                .hasValueSatisfying(called -> assertThat(called.original()).isEqualTo("call centre"));
        assertThat(call.startedAt()).contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(call.duration()).isEmpty();
        assertThat(call.recording()).isEmpty();
    }

    @Test
    void givenStepOfTheIvr_whenTheCallerIsKnown_thenTheCardIsFound() {
        IvrRequest question =
                new IvrRequest(Map.of("source", "36301112233", "destination", "3615550100", "uuid", "u-3"));
        try (SdkRuntime runtime = SdkRuntime.create()) {
            Async async = runtime.async();
            ScreenPop<String> cards = ScreenPop.of(caller -> caller.e164(), call -> "somebody new", async);

            Optional<IncomingCall> call = CALLS.of(question);

            assertThat(call.map(cards::card)).contains("+36301112233");
            assertThat(call.flatMap(IncomingCall::callId)).contains("u-3");
            assertThat(CALLS.of(new IvrRequest(Map.of("source", "36301112233"))))
                    .isEmpty();
        }
    }
}
