package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final SimulatorServer server =
            SimulatorServer.start(request -> Answer.json(200, Map.of("path", request.path())));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givenAnswer_whenWritten_thenEntryTellsTimeAndAnswer() throws Exception {
        server.clock().advance(Duration.ofHours(1));
        get("/a");

        JournalEntry entry = server.journal().entries().get(0);

        assertThat(entry.at()).isEqualTo(server.clock().now());
        assertThat(entry.host()).isEqualTo(server.uri());
        assertThat(entry.act()).isEqualTo(1);
        assertThat(entry.written().map(Answer::status)).contains(200);
        assertThat(entry.ending()).isEqualTo("answered");
    }

    @Test
    void givenFaults_whenTheyPlay_thenEntriesTellWhatWasDoneAndWritten() throws Exception {
        server.faults().actThenAnswer(502);
        server.faults().answer(503);
        server.faults().actThenDrop();
        get("/a");
        get("/b");
        assertThatThrownBy(() -> send("POST", "/c")).isInstanceOf(IOException.class);

        assertThat(server.journal().entries())
                .extracting(
                        entry -> entry.said().map(Answer::status),
                        entry -> entry.written().map(Answer::status),
                        JournalEntry::ending)
                .startsWith(
                        tuple(Optional.of(200), Optional.of(502), "answered"),
                        tuple(Optional.empty(), Optional.of(503), "answered"),
                        tuple(Optional.of(200), Optional.empty(), "dropped"));
    }

    @Test
    void givenBound_whenMoreCome_thenTheOldestAreForgotten() throws Exception {
        server.journal().keep(2);
        get("/a");
        get("/b");
        get("/c");

        assertThat(server.journal().all()).extracting(RecordedRequest::path).containsExactly("/b", "/c");
        assertThat(server.journal().forgotten()).isEqualTo(1);
        assertThat(server.journal().acts()).isEqualTo(3);
        assertThatThrownBy(() -> server.journal().keep(0)).hasMessageContaining("positive: 0");
    }

    @Test
    void givenForgottenRequests_whenRefusedOrNotExecuted_thenTheyChangedNothing() throws Exception {
        server.faults().dropBeforeActing();
        assertThatThrownBy(() -> send("POST", "/a")).isInstanceOf(IOException.class);
        get("/b");
        server.journal().keep(1);

        assertThat(server.journal().forgotten()).isEqualTo(1);
        assertThat(server.journal().forgottenActs()).isZero();
        server.journal().clear();
        assertThat(server.journal().forgottenActs()).isEqualTo(1);
    }

    @Test
    void givenPeek_whenAsked_thenJournalAndFaultsStay() {
        server.faults().answer(503);

        assertThat(new String(server.peek("/a?x=1", Map.of()).body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"path\":\"/a\"}");
        assertThat(server.journal().all()).isEmpty();
        assertThat(server.faults().waiting()).isEqualTo(1);
    }

    private int get(String path) throws Exception {
        return send("GET", path);
    }

    private int send(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri().resolve(path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
