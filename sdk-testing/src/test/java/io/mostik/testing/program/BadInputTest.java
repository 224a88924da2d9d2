package io.mostik.testing.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip in what is sent to the control API is named; it never passes for done, and never breaks the program. */
class BadInputTest {

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "[{}]",
            "\"text\"",
            "7",
            "true",
            "{",
            "{}}",
            "\u0000",
            "{\"fault\":null}",
            "{\"fault\":{}}",
            "{\"url\":[]}",
            "{\"advance\":{}}",
            "{\"exactly\":[1]}",
            "{\"method\":[]}",
            "{\"format\":[],\"vendor\":{}}",
            "{\"a\":".repeat(2_000));

    @RegisterExtension
    final Desk desk = new Desk("vipex", "tbank", "--port", "0", "--clock", "frozen");

    static Stream<String> routes() {
        return new ControlApi(List.of()).routes().stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void givenAnyBody_whenSent_thenIsDoneOrRefusedWithAReason(String route) {
        String method = route.split(" ")[0];
        String path = route.split(" ")[1]
                .replace("/control", "")
                .replace("{vendor}", "vipex")
                .replace("{action}", "incoming-call");
        for (String body : BODIES) {
            HttpResponse<String> answer = desk.ask(method, path, body);

            assertThat(answer.statusCode()).as(route + " " + body).isIn(200, 400, 404, 409, 422);
            if (answer.statusCode() != 200) {
                assertThat(json(answer).path("error").asText())
                        .as(route + " " + body)
                        .isNotBlank();
            }
        }
        assertThat(desk.get("/vipex/holds").size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void givenUnknownVendor_whenAsked_thenIsNamed(String route) {
        if (route.contains("{vendor}")) {
            String path = route.split(" ")[1]
                    .replace("/control", "")
                    .replace("{vendor}", "nobody")
                    .replace("{action}", "incoming-call");

            HttpResponse<String> answer = desk.ask(route.split(" ")[0], path, "{}");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("error").asText()).contains("No vendor nobody here, but [tbank, vipex]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tbank/faults | {\"fault\":\"answer\",\"status\":\"abc\"} | status is from 200 to 599, not abc",
                "/tbank/faults | {\"fault\":\"answer\",\"status\":99} | status is from 200 to 599, not 99",
                "/tbank/faults | {\"fault\":\"stall\",\"times\":0} | times is a number from 1, not 0",
                "/tbank/faults | {\"fault\":\"stall\",\"time\":1} | Unknown time",
                "/tbank/faults | {\"fault\":\"stall\",\"method\":\"post\",\"path\":\"/x\"} | verb in capitals",
                "/tbank/faults | {\"fault\":\"stall\",\"method\":\"POST\",\"path\":\"x\"} | path starts with /",
                "/tbank/faults | {\"fault\":\"delay\",\"duration\":\"PT9999999H\"} | duration is from PT0S",
                "/tbank/faults | {\"mutation\":\"NULL_VALUE\",\"at\":\"ucid\"} | at is a JSON pointer",
                "/tbank/faults | {\"mutation\":\"NULL_VALUE\",\"always\":\"yes\"} | always is true or false, not yes",
                "/tbank/faults | {\"mutation\":\"NULL_VALUE\",\"seed\":\"x\"} | seed is a whole number, not x",
                "/tbank/clock | {\"advance\":\"PT99999999999999H\"} | advance is from PT0S to a hundred years",
                "/tbank/clock | {\"running\":\"maybe\"} | running is true or false, not maybe",
                "/tbank/clock | [] | A JSON object is needed",
                "/tbank/verify | [] | A JSON object is needed",
                "/tbank/verify | {\"method\":\"get\",\"exactly\":0} | verb in capitals such as POST, not get",
                "/tbank/verify | {\"path\":\"orders\",\"exactly\":0} | path starts with /, as orders does not",
                "/tbank/verify | {\"exactly\":1,\"atMost\":2} | exactly stands alone",
                "/tbank/verify | {\"atLeast\":3,\"atMost\":2} | Nothing is at least 3 and at most 2",
                "/tbank/verify | {\"executed\":\"yes\"} | executed is true or false, not yes",
                "/tbank/webhooks | {\"url\":\"http://example.com/\"} | of this machine",
                "/tbank/webhooks | {\"url\":\"http://127.0.0.1.example.com/\"} | of this machine",
                "/tbank/webhooks | {\"url\":\"http://localhost@example.com/\"} | of this machine",
                "/tbank/webhooks | {\"url\":\"no address\"} | is no address",
                "/tbank/webhooks | {} | url"
            })
    void givenSlip_whenSent_thenIsNamedAndNothingIsSet(String path, String body, String message) {
        HttpResponse<String> answer = desk.ask("POST", path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("error").asText()).contains(message);
        JsonNode faults = desk.get("/tbank/faults");
        assertThat(faults.path("waiting").asInt()
                        + faults.path("waitingAnswers").asInt())
                .isZero();
        assertThat(desk.get("/tbank/clock").path("now").asText()).isEqualTo("2026-03-02T09:15:00Z");
    }

    @ParameterizedTest
    @CsvSource({"after=x", "limit=-1", "last=1e3", "limit=9999999999999999"})
    void givenBadNumber_whenReadingTheJournal_thenIsNamed(String query) {
        HttpResponse<String> answer = desk.ask("GET", "/tbank/journal?" + query, "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("error").asText()).contains(query.split("=")[0] + " is a number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: evil.example | | 403",
                "Host: 127.0.0.1.evil.example | | 403",
                "Host: localhost:PORT | Origin: http://localhost:PORT | 200",
                "Host: 127.0.0.1:PORT | Origin: http://127.0.0.1:1 | 403",
                "Host: 127.0.0.1:PORT | Origin: null | 403",
                "Host: 127.0.0.1:PORT | Content-Length: 268435457 | 413",
                "Host: 127.0.0.1:PORT | Content-Length: 99999999999 | 413",
                "Host: evil.example | Content-Length: 268435457 | 403"
            })
    void givenHeaders_whenSent_thenStrangersAndTooMuchAreTurnedAway(String host, String other, int status)
            throws Exception {
        String port = Integer.toString(desk.uri().getPort());
        String more = other == null ? "" : other.replace("PORT", port) + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", desk.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /control/reset HTTP/1.1\r\n" + host.replace("PORT", port) + "\r\n" + more
                                    + (more.contains("Content-Length") ? "" : "Content-Length: 0\r\n") + "\r\n")
                            .getBytes(UTF_8));

            String head = new String(socket.getInputStream().readNBytes(12), UTF_8);

            assertThat(head).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void givenWrongStateFile_whenRead_thenNothingIsChanged() {
        desk.control("POST", "/tbank/actions/card", "");
        String file = desk.get("/tbank/state").toString();
        JsonNode held = desk.get("/tbank/holds");
        for (String[] slip : List.of(
                new String[] {"\"events\":\\[", "\"events\":[7,", "Event 1: Not a time"},
                new String[] {"\"now\":\"2026", "\"now\":\"1926", "now lies from the start"},
                new String[] {"\"action\":\"card\"", "\"action\":[]", "action is a name"},
                new String[] {"\"with\":\\{\\}", "\"with\":[1]", "with is an object"})) {
            String wrong = file.replaceFirst(slip[0], slip[1]);
            HttpResponse<String> answer = desk.ask("PUT", "/tbank/state", wrong);

            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(json(answer).path("error").asText()).contains(slip[2]);
            assertThat(desk.get("/tbank/holds")).isEqualTo(held);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"host\":7 | host is from 0 to 1",
                "\"method\":\"get\" | method is a verb in capitals",
                "\"target\":\"//a b\" | target is a path",
                "\"body\":\"%\" | body is in base64",
                "\"headers\":{\"X\":\"a\\r\\nY: b\"} | one line of text",
                "\"at\":\"+1000000000-01-01T00:00:00Z\" | at lies from the start"
            })
    void givenWrongRequestInStateFile_whenRead_thenIsNamed(String slip, String message) {
        String event = "{\"at\":\"2026-03-02T09:15:00Z\",\"host\":0,\"method\":\"GET\",\"target\":\"/x\",\"body\":\"\","
                + slip + "}";
        String file = "{\"format\":\"mostik-sim/1\",\"vendor\":\"tbank\",\"start\":\"2026-03-02T09:15:00Z\","
                + "\"now\":\"2026-03-02T09:15:00Z\",\"events\":[" + event + "]}";

        HttpResponse<String> answer = desk.ask("PUT", "/tbank/state", file);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("error").asText()).contains("Event 1: ", message);
    }

    @Test
    void givenActionThatIsRefused_whenReadingStateFile_thenVendorStartsAnew() {
        JsonNode seeded = desk.get("/tbank/holds");
        desk.control("POST", "/tbank/actions/card", "");
        String file = desk.get("/tbank/state").toString().replace("\"action\":\"card\"", "\"action\":\"rob\"");

        HttpResponse<String> answer = desk.ask("PUT", "/tbank/state", file);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("error").asText()).contains("no action rob", "T-Bank has started anew");
        assertThat(desk.get("/tbank/holds")).isEqualTo(seeded);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return SimJson.read(answer.body().getBytes(UTF_8));
    }
}
