package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SimulatorServerTest {

    final HttpClient client = HttpClient.newHttpClient();
    SimulatorServer server;

    @BeforeEach
    void start() {
        server = SimulatorServer.start(request -> Answer.json(200, Map.of("seen", request.number())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givenRequest_whenReceived_thenEveryPartCanBeRead() throws Exception {
        client.send(
                HttpRequest.newBuilder(server.uri().resolve("/orders/a%2Fb%20c?q=%2B36&q=x&empty="))
                        .header("X-Api-Key", "k1")
                        .header("Authorization", "Basic Y3JtOnNlOmNyZXQ=")
                        .POST(BodyPublishers.ofString("name=Kov%C3%A1cs+N%C3%B3ra&tag=1&tag=2"))
                        .build(),
                BodyHandlers.discarding());

        RecordedRequest received = server.journal().single("POST", "/orders/{id}");
        assertThat(received.segments()).containsExactly("orders", "a/b c");
        assertThat(received.rawPath()).isEqualTo("/orders/a%2Fb%20c");
        assertThat(received.match("/orders/{id}")).contains(Map.of("id", "a/b c"));
        assertThat(received.queries("q")).containsExactly("+36", "x");
        assertThat(received.query("none")).isEmpty();
        assertThat(received.queryNames()).containsExactly("q", "empty");
        assertThat(received.header("x-api-KEY")).contains("k1");
        assertThat(received.basicUser()).contains("crm");
        assertThat(received.basicPassword()).contains("se:cret");
        assertThat(received.bearer()).isEmpty();
        assertThat(received.form()).isEqualTo(Map.of("name", List.of("Kovács Nóra"), "tag", List.of("1", "2")));
        assertThat(received.json().isMissingNode()).isTrue();
    }

    @Test
    void givenSecretsInRequest_whenPrinted_thenOnlyNamesShow() throws Exception {
        client.send(
                HttpRequest.newBuilder(server.uri().resolve("/call?password=canary1"))
                        .header("X-Api-Key", "canary2")
                        .POST(BodyPublishers.ofString("canary3"))
                        .build(),
                BodyHandlers.discarding());

        assertThat(server.journal().toString())
                .contains("POST /call", "password")
                .containsIgnoringCase("x-api-key")
                .doesNotContain("canary");
    }

    @Test
    void givenRequestsInARow_whenAsked_thenPromptOnOneConnection() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            Instant start = Instant.now();
            for (int i = 1; i <= 50; i++) {
                socket.getOutputStream()
                        .write("GET /x HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                String answer = RawHttp.answer(socket.getInputStream());
                assertThat(answer).startsWith("HTTP/1.1 200").endsWith("{\"seen\":" + i + "}");
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void givenParallelRequests_whenHandlerCounts_thenNoneIsLost() {
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 60)
                .mapToObj(i -> client.sendAsync(get("/x"), BodyHandlers.ofString()))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(server.journal().count("GET", "/x")).isEqualTo(60);
        assertThat(server.journal().acted()).hasSize(60);
    }

    @Test
    void givenBodyAboveLimit_whenSent_thenRefusedWithoutActing() throws Exception {
        HttpRequest huge = HttpRequest.newBuilder(server.uri().resolve("/x"))
                .POST(BodyPublishers.ofByteArray(new byte[16 * 1024 * 1024 + 1]))
                .build();

        assertThat(client.send(huge, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(server.journal().all()).hasSize(1);
        assertThat(server.journal().acted()).isEmpty();
    }

    @Test
    void givenFailingHandler_whenAsked_thenAnswersThatSimulatorFailed() throws Exception {
        try (SimulatorServer broken = SimulatorServer.start(request -> {
            throw new IllegalStateException("no such list");
        })) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(broken.uri()).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("no such list");
        }
    }

    @Test
    void givenWrongRequestCount_whenOneIsExpected_thenListsAll() throws Exception {
        client.send(get("/a"), BodyHandlers.discarding());

        assertThatThrownBy(() -> server.journal().single("GET", "/b"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("GET /b", "received 0", "GET /a");
        assertThat(server.journal().last().path()).isEqualTo("/a");
        server.journal().clear();
        assertThatThrownBy(() -> server.journal().last()).isInstanceOf(AssertionError.class);
    }

    @Test
    void givenStalledRequests_whenClosed_thenSoonLeavesNoThread() {
        server.faults().stall().times(3);
        List<CompletableFuture<HttpResponse<String>>> stalled = List.of(
                client.sendAsync(get("/1"), BodyHandlers.ofString()),
                client.sendAsync(get("/2"), BodyHandlers.ofString()),
                client.sendAsync(get("/3"), BodyHandlers.ofString()));
        while (server.journal().all().size() < 3) {
            Thread.onSpinWait();
        }

        Instant start = Instant.now();
        server.close();
        server.close();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(stalled)
                .allSatisfy(each -> assertThat(each)
                        .failsWithin(5, TimeUnit.SECONDS)
                        .withThrowableThat()
                        .withCauseInstanceOf(IOException.class));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .doesNotContain("mostik-simulator", "HTTP-Dispatcher");
    }

    @Test
    void givenSecondHost_whenBothAsked_thenOneJournalAndOneDial() throws Exception {
        try (SimulatorServer other = server.startBeside(0, request -> Answer.text(200, "other"))) {
            server.faults().answer(503).on("GET", "/b");

            client.send(get("/a"), BodyHandlers.discarding());
            HttpResponse<String> spoiled = client.send(
                    HttpRequest.newBuilder(other.uri().resolve("/b")).build(), BodyHandlers.ofString());
            HttpResponse<String> answered = client.send(
                    HttpRequest.newBuilder(other.uri().resolve("/b")).build(), BodyHandlers.ofString());

            assertThat(spoiled.statusCode()).isEqualTo(503);
            assertThat(answered.body()).isEqualTo("other");
            assertThat(server.journal().all()).extracting(RecordedRequest::path).containsExactly("/a", "/b", "/b");
        }
    }

    @Test
    void givenListeningHandler_whenRequestsPass_thenIsToldFirst() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (SimulatorServer listening = SimulatorServer.start(new Listening(told))) {
            listening.faults().answer(503).on("GET", "/refused");
            listening.faults().cutBody().on("GET", "/cut");
            HttpRequest.Builder refused = HttpRequest.newBuilder(listening.uri().resolve("/refused"));
            HttpRequest.Builder cut = HttpRequest.newBuilder(listening.uri().resolve("/cut"));

            client.send(refused.build(), BodyHandlers.discarding());
            assertThat(told).containsExactly("+/refused", "-/refused");
            assertThatThrownBy(() -> client.send(cut.build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            assertThat(told.subList(2, 5)).containsExactly("+/cut", "=/cut", "-/cut");
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
    }

    private record Listening(List<String> told) implements RequestHandler {

        @Override
        public Answer answer(RecordedRequest request) {
            told.add("=" + request.path());
            return Answer.text(200, "0123456789");
        }

        @Override
        public void arrived(RecordedRequest request) {
            told.add("+" + request.path());
        }

        @Override
        public void left(RecordedRequest request) {
            told.add("-" + request.path());
        }
    }
}
