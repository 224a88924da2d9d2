package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallLeg;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallDataHookTest {

    private static final String JSON = Requests.file("call-data.json");
    private static final String BRACKETS = "call[id]=20260302-101500-000417&call[direction]=in&call[caller]=36301112233"
            + "&call[called]=3615550100&call[extension]=101&call[user]=Kov%C3%A1cs+N%C3%B3ra&call[queue]=sales"
            + "&call[start]=2026-03-02+10:15:00&call[answer]=2026-03-02+10:15:12&call[end]=2026-03-02+10:18:05"
            + "&call[duration]=185&call[talk_time]=173&call[wait_time]=12&call[status]=answered"
            + "&call[legs][0][extension]=100&call[legs][0][start]=2026-03-02+10:15:02&call[legs][0][duration]=6"
            + "&call[legs][0][status]=noanswer&call%5Blegs%5D%5B1%5D%5Bextension%5D=101"
            + "&call[legs][1][start]=2026-03-02+10:15:08&call[legs][1][duration]=177&call[legs][1][status]=answered"
            + "&recording[id]=QkFTRTY0L2lkPT0%3D&recording[format]=mp3";

    private final List<CallRecord> calls = new ArrayList<>();
    private final WebhookEndpoint hook = hook(WebhookProfile.builder().build());

    static List<WebhookRequest> forms() {
        String encoded = URLEncoder.encode(JSON, StandardCharsets.UTF_8);
        return List.of(
                Requests.json("", JSON),
                Requests.post("", "text/plain", "\uFEFF" + JSON, StandardCharsets.UTF_8),
                Requests.post("", Requests.FORM, JSON, StandardCharsets.UTF_8),
                Requests.post("", "application/json; charset=windows-1250", JSON, Charset.forName("windows-1250")),
                Requests.post("", "application/json", JSON, Charset.forName("windows-1250")),
                Requests.json("", "[" + JSON + "]"),
                Requests.form("", "data=" + encoded),
                Requests.form("", "anything=" + encoded),
                Requests.get("json=" + encoded + "&apikey=x"),
                Requests.get("cdr=" + encoded + "&apikey=x"),
                Requests.get(BRACKETS),
                Requests.form("", BRACKETS));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void givenCallInAnyForm_whenReceiving_thenReadsAllOfIt(WebhookRequest request) {
        assertThat(hook.handle(request)).isEqualTo(WebhookReply.ok());

        CallRecord call = calls.get(0);
        assertThat(call.callId()).contains("20260302-101500-000417");
        assertThat(call.direction()).isEqualTo(CallDirection.INBOUND);
        assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(call.caller()).contains(PhoneNumber.of("+36301112233"));
        assertThat(call.remote()).isEqualTo(call.caller());
        assertThat(call.called()).contains(PhoneNumber.of("+3615550100"));
        assertThat(call.extension()).contains("101");
        assertThat(call.userName()).contains("Kovács Nóra");
        assertThat(call.queue()).contains("sales");
        assertThat(call.startedAt()).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(call.answeredAt()).contains(Instant.parse("2026-03-02T09:15:12Z"));
        assertThat(call.endedAt()).contains(Instant.parse("2026-03-02T09:18:05Z"));
        assertThat(call.duration()).contains(Duration.ofSeconds(185));
        assertThat(call.talkTime()).contains(Duration.ofSeconds(173));
        assertThat(call.waitTime()).contains(Duration.ofSeconds(12));
        assertThat(call.legs()).extracting(CallLeg::outcome).containsExactly(CallOutcome.MISSED, CallOutcome.ANSWERED);
        assertThat(call.recording().orElseThrow().id()).contains("QkFTRTY0L2lkPT0=");
        assertThat(call.recording().orElseThrow().format()).isEqualTo(AudioFormat.MP3);
        assertThat(call.phase()).isEqualTo(CallPhase.ENDED);
        assertThat(call.unreadable()).isEmpty();
    }

    @Test
    void givenUnknownField_whenReceiving_thenKeepsIt() {
        hook.handle(Requests.json("", JSON));

        assertThat(calls.get(0).raw().at("call", "future_field").get("a").elements())
                .hasSize(2);
    }

    @Test
    void givenCall_whenPrintingIt_thenShowsNothingPersonal() {
        hook.handle(Requests.json("", JSON));

        assertThat(calls.get(0).toString()).doesNotContain("Nóra", "36301112233", "111");
    }

    @ParameterizedTest
    @CsvSource({
        "in, INBOUND",
        "Incoming, INBOUND",
        "BEJÖVŐ, INBOUND",
        "outbound, OUTBOUND",
        "kimenő, OUTBOUND",
        "local, INTERNAL",
        "belso, INTERNAL",
        "1, UNKNOWN",
        "sideways, UNKNOWN"
    })
    void givenWord_whenReadingTheDirection_thenKnowsItOrKeepsIt(String word, CallDirection direction) {
        hook.handle(Requests.json("", "{\"id\":\"1\",\"irany\":\"" + word + "\"}"));

        assertThat(calls.get(0).direction()).isEqualTo(direction);
        assertThat(calls.get(0).directionWord()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "Answered, ANSWERED", "sikeres, ANSWERED", "NO ANSWER, MISSED", "no_answer, MISSED", "NO-ANSWER, MISSED",
        "Nem fogadott, MISSED", "busy, BUSY", "foglalt, BUSY", "congestion, FAILED", "hangposta, VOICEMAIL",
        "transferred, UNKNOWN"
    })
    void givenWord_whenReadingTheStatus_thenKnowsItOrKeepsIt(String word, CallOutcome outcome) {
        hook.handle(Requests.json("", "{\"id\":\"1\",\"disposition\":\"" + word + "\"}"));

        assertThat(calls.get(0).outcome()).isEqualTo(outcome);
        assertThat(calls.get(0).outcomeWord()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"0, UNKNOWN", "5, ANSWERED"})
    void givenNoStatus_whenReading_thenTalkTimeTells(String talk, CallOutcome outcome) {
        hook.handle(Requests.json("", "{\"id\":\"1\",\"billsec\":" + talk + "}"));

        assertThat(calls.get(0).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:15:00+01:00, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00Z, 2026-03-02T09:15:00Z",
        "2026-03-02 10:15:00, 2026-03-02T09:15:00Z",
        "2026-03-02T10:15:00.5, 2026-03-02T09:15:00.500Z",
        "2026.03.02 10:15:00, 2026-03-02T09:15:00Z",
        "2026.03.02. 10:15:00, 2026-03-02T09:15:00Z",
        "1772442900, 2026-03-02T09:15:00Z",
        "1772442900123, 2026-03-02T09:15:00.123Z",
        "2026-10-25 02:30:00, 2026-10-25T00:30:00Z",
        "2026-07-01 10:00:00, 2026-07-01T08:00:00Z",
    })
    void givenTimeInAnySpelling_whenReading_thenKnowsTheInstant(String text, String instant) {
        hook.handle(Requests.json("", "{\"id\":\"1\",\"start\":\"" + text + "\"}"));

        assertThat(calls.get(0).startedAt()).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({"61, 61", "61.9, 61", "1:01, 61", "01:01, 61", "01:01:01, 3661", "0, 0"})
    void givenDurationInAnySpelling_whenReading_thenKnowsTheSeconds(String text, long seconds) {
        hook.handle(Requests.json("", "{\"id\":\"1\",\"duration\":\"" + text + "\"}"));

        assertThat(calls.get(0).duration()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void givenUnreadableValues_whenReceiving_thenDeliversTheRest() {
        hook.handle(Requests.json(
                "",
                "{\"id\":\"1\",\"start\":\"soon\",\"end\":\"0000-00-00 00:00:00\",\"duration\":\"3 min\","
                        + "\"legs\":\"none\",\"caller\":{\"a\":1}}"));

        CallRecord call = calls.get(0);
        assertThat(call.unreadable()).containsExactlyInAnyOrder("startedAt", "duration");
        assertThat(call.endedAt()).isEmpty();
        assertThat(call.raw().get("start").text()).contains("soon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"duration\":5}",
                "{\"id\":\"\"}",
                "[{},7]",
                "\"text\"",
                "{\"id\":\"1\"",
                "{\"a\":{\"a\":"
            })
    void givenNoCall_whenReceiving_thenAnswers400AndDeliversNothing(String body) {
        assertThat(hook.handle(Requests.json("", body)).status()).isEqualTo(400);
        assertThat(calls).isEmpty();
    }

    @Test
    void givenNegativeDuration_whenReceiving_thenIsLeftOut() {
        int status =
                hook.handle(Requests.json("", "{\"id\":\"1\",\"duration\":-1}")).status();

        assertThat(status).isEqualTo(200);
        assertThat(calls.get(0).duration()).isEmpty();
        assertThat(calls.get(0).unreadable()).containsExactly("duration");
    }

    @Test
    void givenUnreadableElements_whenReceiving_thenOthersArrive() {
        List<CallData> pushes = new ArrayList<>();
        WebhookEndpoint whole = PbxWebhooks.builder()
                .authentication(WebhookAuthentication.none())
                .build()
                .callData()
                .endpoint(pushes::add);

        int status = whole.handle(Requests.json("", "[{\"id\":\"1\"},{\"foo\":1},7,{\"id\":\"2\",\"duration\":-1}]"))
                .status();

        assertThat(status).isEqualTo(200);
        assertThat(pushes).singleElement().satisfies(data -> {
            assertThat(data.calls()).extracting(CallRecord::key).containsExactly("1", "2");
            assertThat(data.unreadable()).hasSize(2);
            assertThat(data.unreadable().get(0).get("foo").isPresent()).isTrue();
            assertThat(data).hasToString("CallData[2 calls, 2 unreadable]");
        });
    }

    @Test
    void givenUserNamedAsQueue_whenReceiving_thenQueueIsKept() {
        WebhookEndpoint basic = PbxWebhooks.builder()
                .basic("sales", Secret.of("pass-77"))
                .build()
                .callData()
                .endpoint((CallData data) -> calls.addAll(data.calls()));
        String query = "username=sales&password=pass-77";

        int inQuery = basic.handle(Requests.json(query, "{\"id\":\"1\",\"queue\":\"sales\",\"team\":\"sales\"}"))
                .status();
        int inBody = basic.handle(Requests.json(
                        "", "{\"id\":\"2\",\"queue\":\"sales\",\"username\":\"sales\",\"password\":\"pass-77\"}"))
                .status();

        assertThat(List.of(inQuery, inBody)).containsExactly(200, 200);
        assertThat(calls).allSatisfy(call -> assertThat(call.queue()).contains("sales"));
        assertThat(calls.get(0).raw().get("team").text()).contains("sales");
        assertThat(calls.get(1).userName()).isEmpty();
        assertThat(String.valueOf(calls.get(1).raw().value())).doesNotContain("pass-77", "username");
    }

    @Test
    void givenVeryDeepJson_whenReceiving_thenAnswers400() {
        assertThat(hook.handle(Requests.json("", "{\"a\":".repeat(5_000))).status())
                .isEqualTo(400);
    }

    @Test
    void givenSeveralCalls_whenReceiving_thenDeliversEach() {
        hook.handle(Requests.json("", "[{\"id\":\"1\"},{\"id\":\"2\"}]"));

        assertThat(calls).extracting(call -> call.callId().orElseThrow()).containsExactly("1", "2");
    }

    @Test
    void givenEncryptedBody_whenReceiving_thenTheDecoderComesFirst() {
        WebhookEndpoint decoding = hook(WebhookProfile.builder()
                .decoder(body -> new StringBuilder(new String(body, StandardCharsets.UTF_8))
                        .reverse()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8))
                .build());

        decoding.handle(
                Requests.json("", new StringBuilder("{\"id\":\"1\"}").reverse().toString()));

        assertThat(calls).hasSize(1);
    }

    private WebhookEndpoint hook(WebhookProfile profile) {
        return PbxWebhooks.builder()
                .authentication(WebhookAuthentication.none())
                .profile(profile)
                .build()
                .callData()
                .endpoint((CallData data) -> calls.addAll(data.calls()));
    }
}
