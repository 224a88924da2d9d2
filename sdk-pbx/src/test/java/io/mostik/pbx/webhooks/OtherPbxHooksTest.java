package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.webhook.HmacSignature;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems of the same shape, by configuration alone and with the field names of their public documents. */
class OtherPbxHooksTest {

    private final List<CallRecord> calls = new ArrayList<>();

    @Test
    void givenMiniCrmCallLog_whenReceiving_thenReadsEachCall() {
        WebhookProfile miniCrm = WebhookProfile.fromJson("""
                {
                  "items": "Data",
                  "zone": "UTC",
                  "callData": {
                    "extension": ["UserExtension"],
                    "remote": ["Number"],
                    "direction": ["CallType"],
                    "status": ["CallType"],
                    "startedAt": ["Date"],
                    "recordingId": ["ReferenceId"]
                  },
                  "directionWords": {"0": "outbound", "1": "inbound", "2": "inbound"},
                  "outcomeWords": {"2": "missed"}
                }
                """);
        WebhookEndpoint hook = hook(miniCrm, PbxAuthentication.key(Secret.of("crm-key")));

        WebhookReply reply = hook.handle(Requests.json("", """
                {"ApiKey": "crm-key", "UserExtension": "101", "Data": [
                  {"Number": "36301112233", "Duration": 95, "CallType": 0, "Date": "2026-03-02 09:15:00",
                   "ReferenceId": "r-1"},
                  {"Number": "36301112244", "Duration": 12, "CallType": 1, "Date": "2026-03-02 09:20:00"},
                  {"Number": "36301112255", "Duration": 0, "CallType": 2, "Date": "2026-03-02 09:25:00"}]}
                """));

        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(calls)
                .extracting(CallRecord::direction)
                .containsExactly(CallDirection.OUTBOUND, CallDirection.INBOUND, CallDirection.INBOUND);
        assertThat(calls.get(0).called()).contains(PhoneNumber.of("+36301112233"));
        assertThat(calls.get(0).startedAt()).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(calls.get(0).recording().orElseThrow().id()).contains("r-1");
        assertThat(calls.get(0).duration()).contains(Duration.ofSeconds(95));
        assertThat(calls.get(2).outcome()).isEqualTo(CallOutcome.MISSED);
        assertThat(calls.get(2).caller()).contains(PhoneNumber.of("+36301112255"));
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.extension()).contains("101");
            assertThat(call.raw().names()).doesNotContain("ApiKey", "Data");
        });
    }

    @ParameterizedTest
    @CsvSource({"ANSWERED, ANSWERED", "NO ANSWER, MISSED", "BUSY, BUSY", "FAILED, FAILED", "VOICEMAIL, VOICEMAIL"})
    void givenYeastarCdr_whenReceiving_thenReadsIt(String disposition, CallOutcome outcome) {
        Properties settings = new Properties();
        settings.setProperty("callData.callId", "uid");
        settings.setProperty("callData.caller", "call_from");
        settings.setProperty("callData.called", "call_to, did_number");
        WebhookEndpoint hook =
                hook(WebhookProfile.fromProperties(settings), PbxAuthentication.basic("pbx", Secret.of("demo")));

        hook.handle(Requests.json("username=pbx&password=demo", """
                {"uid": "20260302091500ABCD", "call_from": "06301112233", "call_to": "101", "duration": 30,
                 "ring_duration": 6, "talk_duration": 24, "disposition": "%s", "call_type": "Inbound",
                 "did_number": "3615550100"}
                """.formatted(disposition)));

        CallRecord call = calls.get(0);
        assertThat(call.callId()).contains("20260302091500ABCD");
        assertThat(call.outcome()).isEqualTo(outcome);
        assertThat(call.direction()).isEqualTo(CallDirection.INBOUND);
        assertThat(call.caller()).contains(PhoneNumber.of("+36301112233"));
        assertThat(call.called().orElseThrow().isExtension()).isTrue();
        assertThat(call.talkTime()).contains(Duration.ofSeconds(24));
        assertThat(call.waitTime()).contains(Duration.ofSeconds(6));
    }

    @Test
    void givenCallerDeskPush_whenReceiving_thenReadsIt() {
        WebhookProfile callerDesk = WebhookProfile.builder()
                .callData(FieldMap.callData()
                        .with(CallField.CALLER, "SourceNumber")
                        .with(CallField.CALLED, "DestinationNumber")
                        .with(CallField.CALL_ID, "CallSid")
                        .with(CallField.DURATION, "CallDuration")
                        .with(CallField.RECORDING_ID, "CallRecordingUrl"))
                .build();

        hook(callerDesk, WebhookAuthentication.none())
                .handle(Requests.form(
                        "",
                        "SourceNumber=06301112233&DestinationNumber=3615550100&CallSid=s-1&Status=ANSWER"
                                + "&StartTime=2026-03-02+10:15:00&EndTime=2026-03-02+10:18:05&CallDuration=185"
                                + "&TalkDuration=173&Direction=Incoming&CallRecordingUrl=https%3A%2F%2Fx.example%2Fr"));

        CallRecord call = calls.get(0);
        assertThat(call.callId()).contains("s-1");
        assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(call.endedAt()).contains(Instant.parse("2026-03-02T09:18:05Z"));
        assertThat(call.recording().orElseThrow().id()).contains("https://x.example/r");
    }

    @Test
    void givenMcnPushWithSecret_whenReceiving_thenProvesAndReadsIt() {
        WebhookProfile mcn = WebhookProfile.builder()
                .callData(FieldMap.callData()
                        .with(CallField.EXTENSION, "abon")
                        .with(CallField.DIRECTION, "event_type")
                        .with(CallField.CALLED, "did"))
                .values(ValueRules.builder()
                        .putDirectionWord("onInCallingStart", CallDirection.INBOUND)
                        .putDirectionWord("onOutCallingStart", CallDirection.OUTBOUND)
                        .build())
                .build();
        WebhookEndpoint hook = hook(mcn, PbxAuthentication.key(Secret.of("mcn-secret"), "secret"));
        String body = "{\"event_type\":\"onInCallingStart\",\"abon\":\"101\",\"did\":\"3615550100\","
                + "\"secret\":\"mcn-secret\",\"account_id\":7}";

        assertThat(hook.handle(Requests.json("", body)).status()).isEqualTo(200);
        assertThat(hook.handle(Requests.json("", body.replace("mcn-secret", "mcn-secres")))
                        .status())
                .isEqualTo(401);
        assertThat(calls.get(0).direction()).isEqualTo(CallDirection.INBOUND);
        assertThat(calls.get(0).raw().names()).contains("account_id").doesNotContain("secret");
    }

    @Test
    void givenSignedPush_whenReceiving_thenTheSignatureCoversTheBody() throws GeneralSecurityException {
        HmacSignature signature = HmacSignature.of(Secret.of("demo-key")).header("X-Sig");
        WebhookEndpoint hook = hook(WebhookProfile.builder().build(), WebhookAuthentication.hmac(signature));
        byte[] body = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(hook.handle(signed(body, hmac(body))).status()).isEqualTo(200);
        assertThat(hook.handle(signed(body, "00")).status()).isEqualTo(401);
        assertThat(hook.handle(Requests.json("", "{\"id\":\"1\"}")).status()).isEqualTo(401);
        assertThat(calls).hasSize(1);
    }

    private static WebhookRequest signed(byte[] body, String signature) {
        return new WebhookRequest("POST", "", Map.of("X-Sig", List.of(signature)), body);
    }

    private static String hmac(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("demo-key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"calldata\":{}}",
                "{\"callData\":{\"nobody\":[\"x\"]}}",
                "{\"callData\":[\"x\"]}",
                "{\"zone\":\"Mars\"}",
                "{\"region\":\"XX\"}",
                "{\"directionWords\":{\"x\":\"sideways\"}}",
                "{\"items\":[\"a\"]}",
                "[]",
                "{"
            })
    void givenMistakeInTheSettings_whenReadingThem_thenRefuses(String json) {
        assertThatThrownBy(() -> WebhookProfile.fromJson(json)).isInstanceOf(IllegalArgumentException.class);
    }

    private WebhookEndpoint hook(WebhookProfile profile, WebhookAuthentication proof) {
        return PbxWebhooks.builder()
                .profile(profile)
                .authentication(proof)
                .build()
                .callData()
                .endpoint((CallData data) -> calls.addAll(data.calls()));
    }
}
