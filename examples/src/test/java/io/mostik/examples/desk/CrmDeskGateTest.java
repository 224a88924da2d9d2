package io.mostik.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk does for its own page alone, and once. */
class CrmDeskGateTest {

    private static final String NORA = "36301112233";

    private final SimulatedClock clock = SimulatedClock.at(Instant.parse("2026-03-02T09:15:00Z"));
    private DemoVendors vendors;
    private CrmDesk desk;
    private DeskClient page;

    @BeforeEach
    void openDesk() throws Exception {
        vendors = DemoVendors.start(clock);
        desk = CrmDesk.start(0, vendors);
        page = new DeskClient(desk.address());
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk.js", "/api/calls?person=anna", "/api/events", "/?key=guessed"})
    void givenBrowserWithoutTheAddress_whenReading_thenItSeesNothing(String path) throws Exception {
        URI uri = URI.create(desk.address().resolve("/").toString().replaceFirst("/$", "") + path);

        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("open the address").doesNotContain("Nora", "token");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, '', 403",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "X-Desk-Token, '', 403",
        "X-Desk-Token, guessed, 403",
        "Cookie, '', 403",
        "Content-Type, text/plain, 415",
    })
    void givenRequestOfAnotherPage_whenItCalls_thenItIsRefused(String header, String value, int status)
            throws Exception {
        page.with(header, value);

        HttpResponse<String> answer = page.post("/api/call", call(UUID.randomUUID()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(vendors.pbx().calls()).isEmpty();
    }

    @Test
    void givenOtherNameThatLeadsHere_whenReading_thenItIsRefused() throws Exception {
        URI address = desk.address();
        String request = "GET /?" + address.getQuery() + " HTTP/1.1\r\nHost: evil.example:" + address.getPort()
                + "\r\nConnection: close\r\n\r\n";

        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("Set-Cookie");
        }
    }

    @Test
    void givenPage_whenLoaded_thenTheBrowserMayRunOurFilesOnly() throws Exception {
        HttpResponse<String> answer = page.get("/");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).doesNotContain("http:", "https:", "<style", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/recordings/..%2f..%2fetc%2fpasswd",
                "/recordings/../desk.js",
                "/../pom.xml",
                "/page/desk.js",
                "/recordings/",
                "/DeskServer.class"
            })
    void givenPathThatClimbs_whenReading_thenThereIsNothing(String path) throws Exception {
        assertThat(page.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void givenRecording_whenAPlayerAsksForParts_thenItGetsThem() throws Exception {
        vendors.ring(NORA, "101");
        vendors.runDue();
        clock.advance(Duration.ofMinutes(1));
        String recording = recording();
        byte[] whole = DemoAudio.wav();

        HttpResponse<String> part = page.with("Range", "bytes=0-3").get(recording);
        HttpResponse<String> rest =
                page.with("Range", "bytes=" + (whole.length - 4) + "-").get(recording);
        HttpResponse<String> beyond =
                page.with("Range", "bytes=" + whole.length + "-").get(recording);

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("RIFF");
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 0-3/" + whole.length);
        assertThat(rest.headers().firstValue("Content-Length")).hasValue("4");
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void givenRepeatedRequest_whenCalling_thenPhoneRingsOnce() throws Exception {
        UUID id = UUID.randomUUID();
        HttpResponse<String> first = page.post("/api/call", call(id));
        vendors.runDue();
        clock.advance(Duration.ofMinutes(5));

        HttpResponse<String> again = page.post("/api/call", call(id));

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(200);
        assertThat(vendors.pbx().dials("101", NORA)).isEqualTo(1);
    }

    @Test
    void givenRequestsOfSameMoment_whenTheyCall_thenPhoneRingsOnce() throws Exception {
        UUID id = UUID.randomUUID();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();

        for (int i = 0; i < 16; i++) {
            UUID mine = i % 2 == 0 ? id : UUID.randomUUID();
            answers.add(CompletableFuture.supplyAsync(() -> status(call(mine))));
        }

        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .contains(200)
                .isSubsetOf(200, 409);
        assertThat(vendors.pbx().dials("101", NORA)).isEqualTo(1);
    }

    @Test
    void givenIdOfAnotherRequest_whenUsedAgain_thenItIsRefused() throws Exception {
        UUID id = UUID.randomUUID();
        page.post("/api/call", call(id));

        HttpResponse<String> other =
                page.post("/api/call", Map.of("person", "gabor", "customer", "C-104", "requestId", id.toString()));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(vendors.pbx().calls()).hasSize(1);
    }

    @Test
    void givenLostAnswerOfPbx_whenCalling_thenPageHearsThatItMayRing() throws Exception {
        vendors.pbx().faults().actThenReset();

        HttpResponse<String> answer = page.post("/api/call", call(UUID.randomUUID()));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("It may have happened");
        assertThat(page.post("/api/call", call(UUID.randomUUID())).statusCode()).isEqualTo(409);
        assertThat(vendors.pbx().dials("101", NORA)).isEqualTo(1);
    }

    @Test
    void givenDirectorsOwnWish_whenSheApproves_thenItIsRefused() throws Exception {
        ask("zsuzsa", TBankSimulator.VIRTUAL_CARD);
        String id = wish("zsuzsa");

        HttpResponse<String> answer = page.post("/api/approve", decision("zsuzsa", id));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nobody approves a change of his own");
        assertThat(page.post("/api/approve", decision("gabor", id)).statusCode())
                .isEqualTo(403);
        assertThat(vendors.bank().journal().count("POST", "/api/v1/card/{ucid}/spend-limit"))
                .isZero();
    }

    @Test
    void givenCardOfAnotherManagersClient_whenAsking_thenThereIsNone() throws Exception {
        assertThat(ask("gabor", TBankSimulator.VIRTUAL_CARD).statusCode()).isEqualTo(404);
        assertThat(DeskClient.json(page.get("/api/cards?person=gabor")).elements())
                .hasSize(1);
    }

    @Test
    void givenWishThatWaits_whenAskingForTheSameCard_thenItIsRefused() throws Exception {
        ask("anna", TBankSimulator.VIRTUAL_CARD);

        HttpResponse<String> second = ask("anna", TBankSimulator.VIRTUAL_CARD);

        assertThat(second.statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/call, '{', 400",
        "/api/call, '[]', 400",
        "/api/call, '{\"requestId\":\"7\"}', 400",
        "/api/nothing, '{}', 405",
        "/api/calls, '{}', 405",
    })
    void givenBodyThatIsNone_whenPosted_thenItIsRefused(String path, String body, int status) throws Exception {
        assertThat(page.post(path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void givenBodyThatIsTooLong_whenPosted_thenItIsRefused() throws Exception {
        assertThat(page.post("/api/call", " ".repeat(20_000)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e9", "ten", "0.001", "9999999999999"})
    void givenSumThatIsNone_whenAsking_thenItIsRefused(String value) throws Exception {
        HttpResponse<String> answer = page.post(
                "/api/limit",
                Map.of(
                        "person",
                        "anna",
                        "ucid",
                        Long.toString(TBankSimulator.VIRTUAL_CARD),
                        "value",
                        value,
                        "period",
                        "MONTH",
                        "reason",
                        "r",
                        "requestId",
                        UUID.randomUUID().toString()));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void givenStateThatPageReads_whenRead_thenNoWholeNumberIsInIt() throws Exception {
        vendors.ring(NORA, "101");

        String all = page.get("/api/desk?person=anna").body()
                + page.get("/api/calls?person=anna").body()
                + page.get("/api/cards?person=zsuzsa").body();

        assertThat(all).contains("Kov", "1137").doesNotContain("1112233", "4445566", TBankSimulator.ACCOUNT);
        assertThat(all).doesNotContainPattern("\\d{13,}");
    }

    private int status(Map<String, ?> body) {
        try {
            return page.post("/api/call", body).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String recording() throws Exception {
        for (int looks = 0; looks < 2_000; looks++) {
            for (io.mostik.core.json.Json line : DeskClient.json(page.get("/api/calls?person=anna"))
                    .get("log")
                    .elements()) {
                if (line.get("recording").isPresent()) {
                    return "/recordings/" + line.get("recording").text().orElseThrow();
                }
            }
        }
        throw new AssertionError("the recording does not come");
    }

    private HttpResponse<String> ask(String person, long ucid) throws Exception {
        return page.post(
                "/api/limit",
                Map.of(
                        "person",
                        person,
                        "ucid",
                        Long.toString(ucid),
                        "value",
                        "30000",
                        "period",
                        "MONTH",
                        "reason",
                        "campaign",
                        "requestId",
                        UUID.randomUUID().toString()));
    }

    private String wish(String person) throws Exception {
        return DeskClient.json(page.get("/api/requests?person=" + person))
                .elements()
                .get(0)
                .get("id")
                .text()
                .orElseThrow();
    }

    private static Map<String, ?> call(UUID id) {
        return Map.of("person", "anna", "customer", "C-104", "requestId", id.toString());
    }

    private static Map<String, ?> decision(String person, String id) {
        return Map.of("person", person, "id", id, "requestId", UUID.randomUUID().toString());
    }
}
