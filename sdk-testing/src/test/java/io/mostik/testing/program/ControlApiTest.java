package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.HookReceiver;
import io.mostik.testing.SimulatorServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

    private static final String LIMITS = "/api/v1/card/1100200301/limits";
    private static final String SPEND = "/api/v1/card/1100200301/spend-limit";
    private static final String NEW_LIMIT = "{\"limitValue\":700,\"limitPeriod\":\"DAY\"}";

    @RegisterExtension
    final Desk desk = new Desk("tbank", "remonline", "vipex", "--port", "0", "--clock", "frozen");

    @Test
    void givenOneRequest_whenVerified_thenTellsWhetherItIsSo() {
        desk.bank("POST", SPEND, NEW_LIMIT);

        JsonNode once = desk.get("/tbank/verify?method=POST&path=/api/v1/card/{ucid}/spend-limit&exactly=1"
                .replace("{", "%7B")
                .replace("}", "%7D"));
        HttpResponse<String> never = desk.ask("GET", "/tbank/verify?method=POST&exactly=0", "");

        assertThat(once.path("ok").asBoolean()).isTrue();
        assertThat(never.statusCode()).isEqualTo(422);
        assertThat(never.body()).contains("Expected exactly 0 POST, found 1", "POST " + SPEND);
    }

    @Test
    void givenTextInBody_whenCounted_thenCountsWhatHasIt() {
        desk.bank("POST", SPEND, NEW_LIMIT);
        desk.bank("POST", SPEND, NEW_LIMIT.replace("700", "800"));

        JsonNode found = desk.control("POST", "/tbank/journal/count", "{\"contains\":\"700\",\"executed\":true}");

        assertThat(found.path("count").asInt()).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenRead_thenJournalTellsItWasDone() {
        desk.control("POST", "/tbank/faults", "{\"fault\":\"actThenAnswer\",\"status\":502}");

        HttpResponse<String> answer = desk.bank("POST", SPEND, NEW_LIMIT);
        JsonNode entry = desk.get("/tbank/journal").path("requests").path(0);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(entry.path("executed").asBoolean()).isTrue();
        assertThat(entry.path("answer").path("status").asInt()).isEqualTo(502);
        assertThat(entry.path("headers").path("authorization").asText()).isEqualTo("***");
        assertThat(desk.get("/tbank/holds").toString()).contains("700.00 / 700.00 DAY".replace("700.00", "700"));
    }

    @Test
    void givenEveryFault_whenSet_thenIsInForceUntilTakenBack() {
        JsonNode program = desk.get("");
        program.path("faults").forEach(name -> desk.control("POST", "/tbank/faults", "{\"fault\":" + name + "}"));
        program.path("mutations")
                .forEach(name -> desk.control("POST", "/tbank/faults", "{\"mutation\":" + name + ",\"times\":2}"));

        JsonNode set = desk.get("/tbank/faults");
        JsonNode none = desk.control("DELETE", "/tbank/faults", "");

        assertThat(set.path("waiting").asInt()).isEqualTo(15);
        assertThat(set.path("waitingAnswers").asInt()).isEqualTo(19);
        assertThat(none.path("waiting").asInt() + none.path("waitingAnswers").asInt())
                .isZero();
    }

    @Test
    void givenManyRequests_whenReadingTheLast_thenTheseCome() {
        desk.bank("GET", LIMITS, "");
        desk.bank("GET", "/api/v1/card/7/limits", "");
        desk.bank("GET", "/api/v1/card/8/limits", "");

        assertThat(desk.get("/tbank/journal?last=2").path("requests").findValuesAsText("path"))
                .containsExactly("/api/v1/card/7/limits", "/api/v1/card/8/limits");
        assertThat(desk.get("/tbank/journal?after=1&limit=1").path("requests").findValuesAsText("number"))
                .containsExactly("2");
    }

    @Test
    void givenReceiverThatAsksBack_whenTold_thenBothAreAnswered() throws Exception {
        try (SimulatorServer receiver = SimulatorServer.start(
                request -> Answer.text(200, desk.ask("GET", "/vipex/holds", "").body()))) {
            desk.control("POST", "/vipex/actions/incoming-hook", "{\"url\":\"" + receiver.uri() + "/in\"}");

            desk.control("POST", "/vipex/actions/incoming-call", "");

            assertThat(desk.get("/vipex/webhooks")
                            .at("/webhooks/0/attempts/0/status")
                            .asInt())
                    .isEqualTo(200);
        }
    }

    @Test
    void givenMutation_whenAsked_thenAnswerIsHostile() {
        desk.control("POST", "/tbank/faults", "{\"mutation\":\"NULL_VALUE\",\"at\":\"/ucid\"}");

        assertThat(desk.bank("GET", LIMITS, "").body()).contains("\"ucid\":null");
    }

    @Test
    void givenClock_whenMoved_thenVendorsTimeMoves() {
        JsonNode moved = desk.control("POST", "/vipex/clock", "{\"advance\":\"PT90M\"}");
        JsonNode runs = desk.control("POST", "/vipex/clock", "{\"running\":true}");

        assertThat(moved.path("now").asText()).isEqualTo("2026-03-02T10:45:00Z");
        assertThat(runs.path("running").asBoolean()).isTrue();
        assertThat(runs.path("now").asText()).startsWith("2026-03-02T10:45:");
    }

    @Test
    void givenHook_whenSomebodyCalls_thenReceiverIsTold() {
        try (HookReceiver receiver = new HookReceiver()) {
            desk.control("POST", "/vipex/actions/incoming-hook", "{\"url\":\"" + receiver.uri("/in") + "\"}");
            desk.control("POST", "/vipex/actions/incoming-call", "{\"caller\":\"+36301112233\"}");
            desk.control("POST", "/vipex/webhooks", "{\"url\":\"" + receiver.uri("/raw") + "\",\"body\":\"as it is\"}");

            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().get(0).text()).contains("36301112233");
            assertThat(receiver.received().get(1).text()).isEqualTo("as it is");
            assertThat(desk.get("/vipex/webhooks").path("webhooks")).hasSize(1);
        }
    }

    @Test
    void givenChanges_whenReset_thenStartsAsAtTheStart() {
        desk.bank("POST", SPEND, NEW_LIMIT);
        desk.control("POST", "/tbank/actions/card", "");

        desk.control("POST", "/tbank/reset", "");

        assertThat(desk.get("/tbank/holds").path("cards")).hasSize(3);
        assertThat(desk.get("/tbank/holds").toString()).contains("5000.00 / 5000.00 DAY");
        assertThat(desk.get("/tbank/journal").path("requests")).isEmpty();
    }

    @Test
    void givenClearedJournal_whenExported_thenStateIsWhole() {
        desk.bank("POST", SPEND, NEW_LIMIT);
        desk.control("DELETE", "/tbank/journal", "");
        desk.control("POST", "/tbank/actions/pay", "{\"sum\":\"100.00\"}");
        desk.control("POST", "/tbank/clock", "{\"advance\":\"PT1H\"}");
        JsonNode held = desk.get("/tbank/holds");
        JsonNode state = desk.get("/tbank/state");
        desk.control("POST", "/tbank/reset", "");

        desk.control("PUT", "/tbank/state", state.toString());

        assertThat(desk.get("/tbank/holds")).isEqualTo(held);
        assertThat(desk.get("/tbank/clock").path("now").asText()).isEqualTo("2026-03-02T10:15:00Z");
        assertThat(desk.get("/tbank/state").path("events")).hasSameSizeAs(state.path("events"));
    }

    @Test
    void givenRandomIds_whenPlayedAgain_thenLaterRequestsStillFit() {
        HttpResponse<String> started = desk.bank("POST", "/api/v1/card/virtual/reissue", "{\"ucid\":1100200301}");
        String id = SimJson.read(started.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .path("correlationId")
                .asText();
        desk.bank("GET", "/api/v1/card/virtual/reissue/result?correlationId=" + id, "");

        JsonNode done =
                desk.control("PUT", "/tbank/state", desk.get("/tbank/state").toString());
        JsonNode again = desk.get("/tbank/journal").path("requests").path(1);

        assertThat(done.path("renamed").has(id)).isTrue();
        assertThat(again.path("answer").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void givenRefusedRequest_whenExported_thenItsKeyIsNotInTheFile() {
        HttpRequest wrong = HttpRequest.newBuilder(URI.create(
                        desk.get("/tbank").path("addresses").path("secured").asText() + LIMITS))
                .header("Authorization", "Bearer a-real-key")
                .build();

        assertThat(Desk.send(wrong).statusCode()).isEqualTo(401);
        assertThat(desk.get("/tbank/state").toString()).doesNotContain("a-real-key");
        assertThat(desk.get("/tbank/journal").toString()).doesNotContain("a-real-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /nobody/reset | | 404 | No vendor nobody here",
                "POST | /tbank/actions/rob | | 404 | no action rob",
                "POST | /tbank/actions/pay | {\"sun\":1} | 422 | no parameter sun",
                "POST | /tbank/actions/pay | {\"ucid\":5} | 422 | cannot be done",
                "POST | /tbank/actions/pay | {\"sum\":\"x\"} | 422 | Parameter sum is a number",
                "POST | /tbank/actions/hook | {\"url\":\"https://example.com/\"} | 422 | address of this machine",
                "POST | /tbank/faults | {\"fault\":\"boom\"} | 422 | No fault boom",
                "POST | /tbank/faults | {\"fault\":\"stall\",\"path\":\"/\"} | 422 | go together",
                "POST | /tbank/faults | {\"mutation\":\"X\"} | 422 | No mutation X",
                "POST | /tbank/faults | {\"fault\":\"delay\",\"duration\":\"2\"} | 422 | such as PT2S",
                "POST | /tbank/clock | {\"advance\":\"-PT1S\"} | 422 | from PT0S",
                "POST | /tbank/verify | {\"exactly\":\"one\"} | 422 | number of requests",
                "POST | /tbank/verify | {\"verb\":\"GET\"} | 422 | Unknown verb",
                "PUT | /tbank/state | {\"format\":\"x\"} | 422 | Not a mostik-sim/1 file",
                "POST | /tbank/verify | { | 400 | Not JSON",
                "PATCH | /tbank/clock | | 405 | No PATCH",
                "GET | /tbank/clocks | | 404 | No GET",
            })
    void givenBadRequest_whenSent_thenSaysWhatIsWrong(
            String method, String path, String body, int status, String message) {
        HttpResponse<String> answer = desk.ask(method, path, body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(SimJson.read(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .path("error")
                        .asText())
                .contains(message);
    }

    @Test
    void givenForeignPage_whenItCalls_thenIsTurnedAway() {
        HttpRequest foreign = HttpRequest.newBuilder(desk.uri().resolve("/control/reset"))
                .header("Origin", "http://evil.example")
                .method("POST", HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(Desk.send(foreign).statusCode()).isEqualTo(403);
    }
}
