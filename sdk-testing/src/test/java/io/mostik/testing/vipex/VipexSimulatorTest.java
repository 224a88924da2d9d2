package io.mostik.testing.vipex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.testing.HookReceiver;
import io.mostik.testing.RecordedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VipexSimulatorTest {

    static final String CREDENTIALS = "username=crm-api&password=demo-password";

    final HttpClient client = HttpClient.newHttpClient();
    final HookReceiver crm = new HookReceiver();
    final VipexSimulator vipex = VipexSimulator.startFrozen();

    @AfterEach
    void stop() {
        vipex.close();
        crm.close();
    }

    @Test
    void givenCredentialsInUrl_whenDialled_thenStartsAndIsCounted() throws Exception {
        HttpResponse<String> answer = get("/api/call?" + CREDENTIALS + "&extension=101&number=36301112233");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        assertThat(vipex.dials("101", "36301112233")).isEqualTo(1);
        assertThat(vipex.dials("102", "36301112233")).isZero();
    }

    @Test
    void givenBasic_whenDialledByPost_thenStarts() throws Exception {
        String pair = Base64.getEncoder().encodeToString("crm-api:demo-password".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri("/api/call?extension=101&number=%2B36301112233"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Basic " + pair)
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("OK");
        assertThat(vipex.dials("101", "+36301112233")).isEqualTo(1);
    }

    @Test
    void givenMistake_whenDialled_thenErrorInWordsWithStatus200() throws Exception {
        assertThat(get("/api/call?username=crm-api&password=no&extension=101&number=36301112233"))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                            .startsWith("text/plain");
                    assertThat(answer.body()).isEqualTo("ERROR: authentication failed");
                });
        assertThat(get("/api/call?extension=101&number=36301112233").body()).contains("authentication");
        assertThat(get("/api/call?" + CREDENTIALS + "&extension=999&number=36301112233")
                        .body())
                .isEqualTo("ERROR: unknown extension 999");
        assertThat(get("/api/call?" + CREDENTIALS + "&extension=101").body()).contains("missing parameter number");
        assertThat(get("/api/call?" + CREDENTIALS + "&extension=101&number=abc").body())
                .contains("invalid number");
        assertThat(vipex.calls()).isEmpty();
    }

    @Test
    void givenActThenDrop_whenDialled_thenThePhoneRangAllTheSame() {
        vipex.faults().actThenDrop().times(9);

        assertThatThrownBy(() -> get("/api/call?" + CREDENTIALS + "&extension=101&number=36301112233"))
                .isInstanceOf(IOException.class);
        assertThat(vipex.dials("101", "36301112233")).isEqualTo(vipex.journal().count("GET", "/api/call"));
    }

    @Test
    void givenNoAnswerOnExtension_whenDialled_thenNumberIsNeverCalled() throws Exception {
        vipex.plan("101", AnswerBehavior.NO_ANSWER);
        vipex.plan("36301112244", AnswerBehavior.BUSY);

        get("/api/call?" + CREDENTIALS + "&extension=101&number=36301112233");
        get("/api/call?" + CREDENTIALS + "&extension=102&number=36301112244");

        assertThat(vipex.calls()).extracting(VipexCall::status).containsExactly("noanswer", "busy");
        assertThat(vipex.calls().get(0).legs()).hasSize(1);
        assertThat(vipex.calls().get(1).legs()).hasSize(2);
        assertThat(vipex.calls())
                .allSatisfy(call -> assertThat(call.recordingId()).isEmpty());
    }

    @Test
    void givenDataHook_whenCallEnds_thenPushesItWithRecordingId() throws Exception {
        vipex.onCallData(VipexHook.post(crm.uri("/data")).basic("vipex", "s3"));
        get("/api/call?" + CREDENTIALS + "&extension=101&number=36301112233");

        vipex.clock().advance(Duration.ofSeconds(60));
        assertThat(crm.received()).isEmpty();
        vipex.clock().advance(Duration.ofSeconds(200));

        RecordedRequest push = crm.received().get(0);
        JsonNode call = push.json().path("call");
        assertThat(push.basicPassword()).contains("s3");
        assertThat(call.path("direction").asText()).isEqualTo("out");
        assertThat(call.path("start").asText()).isEqualTo("2026-03-02 10:15:00");
        assertThat(call.path("answer").asText()).isEqualTo("2026-03-02 10:15:12");
        assertThat(call.path("talk_time").asInt()).isEqualTo(173);
        assertThat(call.path("duration").asInt()).isEqualTo(185);
        assertThat(call.path("status").asText()).isEqualTo("answered");
        assertThat(call.path("legs")).hasSize(2);
        String id = push.json().path("recording").path("id").asText();
        HttpResponse<byte[]> audio = client.send(
                HttpRequest.newBuilder(uri("/api/recording?" + CREDENTIALS + "&id="
                                + URLEncoder.encode(id, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(audio.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(new String(audio.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(vipex.recordingRequests(id)).isEqualTo(1);
    }

    @Test
    void givenUnknownRecording_whenDownloaded_thenErrorWith200() throws Exception {
        HttpResponse<String> answer = get("/api/recording?" + CREDENTIALS + "&id=nothing");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).isEqualTo("ERROR: recording id cannot be decoded");
        assertThat(get("/api/recording?id=nothing").body()).contains("authentication failed");
    }

    @Test
    void givenInlineMode_whenCallEnds_thenTheAudioComesInBase64() throws Exception {
        vipex.recordings(RecordingMode.INLINE);
        vipex.onCallData(VipexHook.post(crm.uri("/data")).payload(VipexPayload.JSON_PARAMETER));
        vipex.incomingCall("36301112233", "3615550100", "101");

        vipex.clock().advance(Duration.ofMinutes(5));

        JsonNode push = new ObjectMapper()
                .readTree(crm.received().get(0).form().get("data").get(0));
        assertThat(push.path("recording").path("data").asText()).startsWith("UklGR");
        assertThat(push.path("recording").has("id")).isFalse();
    }

    @Test
    void givenIncomingGetHook_whenCalled_thenUrlHasNumbersAndKey() {
        vipex.onIncomingCall(VipexHook.get(crm.uri("/in?site=1")).apiKey("k+1"));

        vipex.incomingCall("36301112233", "3615550100", "101");

        RecordedRequest told = crm.received().get(0);
        assertThat(told.method()).isEqualTo("GET");
        assertThat(told.queryNames()).containsExactly("site", "caller", "called", "apikey");
        assertThat(told.query("caller")).contains("36301112233");
        assertThat(told.query("apikey")).contains("k+1");
    }

    @Test
    void givenBracketsByGet_whenPushedDuringCall_thenLacksTheEnd() {
        vipex.onCallData(VipexHook.get(crm.uri("/data")).basicInUrl("u", "p"));
        VipexCall call = vipex.incomingCall("36301112233", "3615550100", "101");

        vipex.pushCallData(call);
        vipex.clock().advance(Duration.ofMinutes(5));

        assertThat(crm.received()).hasSize(2);
        assertThat(crm.received().get(0).queryNames())
                .contains("call[caller]", "username", "password")
                .doesNotContain("call[end]", "call[status]");
        assertThat(crm.received().get(1).query("call[legs][0][extension]")).contains("101");
    }

    @Test
    void givenRefusingCrm_whenPushed_thenRepeatsAndRecordsTheAttempts() {
        crm.answers(500, 500);
        vipex.onCallData(VipexHook.post(crm.uri("/data")));
        vipex.incomingCall("36301112233", "3615550100", "101");

        vipex.clock().advance(Duration.ofMinutes(5));

        assertThat(vipex.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.attempts()).hasSize(3);
            assertThat(delivery.accepted()).isTrue();
        });
    }

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(pathAndQuery)).build(), BodyHandlers.ofString());
    }

    private URI uri(String pathAndQuery) {
        return URI.create(vipex.uri() + pathAndQuery);
    }
}
