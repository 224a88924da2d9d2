package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultInjectorTest {

    static final byte[] GET = "GET /orders/7 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    final HttpClient client = HttpClient.newHttpClient();
    final List<String> executed = new CopyOnWriteArrayList<>();
    SimulatorServer server;

    @BeforeEach
    void start() {
        server = SimulatorServer.start(request -> {
            executed.add(request.path());
            return Answer.text(200, "0123456789");
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givenStatus_whenAskedTwice_thenOnlyTheFirstIsSpoiled() throws Exception {
        server.faults().answer(503);

        assertThat(ask("/a").statusCode()).isEqualTo(503);
        assertThat(ask("/a").statusCode()).isEqualTo(200);
        assertThat(server.journal().all()).hasSize(2);
        assertThat(server.journal().acted()).extracting(RecordedRequest::number).containsExactly(2L);
    }

    @Test
    void givenAnswerForOnePath_whenOthersAreAsked_thenTheyPass() throws Exception {
        server.faults()
                .answer(Answer.text(429, "slow").with("Retry-After", "7"))
                .times(2)
                .on("GET", "/orders/{id}");

        assertThat(ask("/users/7").statusCode()).isEqualTo(200);
        assertThat(ask("/orders/7").headers().firstValue("Retry-After")).contains("7");
        assertThat(ask("/orders/8").body()).isEqualTo("slow");
        assertThat(ask("/orders/9").statusCode()).isEqualTo(200);
    }

    @Test
    void givenDialTurnedOff_whenAsked_thenPasses() throws Exception {
        server.faults().answer(503).times(5);

        server.faults().off();

        assertThat(ask("/a").statusCode()).isEqualTo(200);
    }

    @Test
    void givenGarbage_whenAsked_thenSaysJsonAndIsNone() throws Exception {
        server.faults().garbage();

        HttpResponse<String> answer = ask("/a");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).startsWith("<html>");
        assertThat(server.journal().acted()).isEmpty();
    }

    @Test
    void givenNotHttp_whenAsked_thenClientCannotReadIt() {
        server.faults().notHttp();

        assertThatThrownBy(() -> ask("/a")).isInstanceOf(IOException.class);
    }

    @Test
    void givenDropBeforeActing_whenAsked_thenEndsUnanswered() throws Exception {
        server.faults().dropBeforeActing();

        assertThat(readAllAfterAsking()).isEmpty();
        assertThat(server.journal().count("GET", "/orders/{id}")).isEqualTo(1);
        assertThat(server.journal().acted()).isEmpty();
    }

    @Test
    void givenActThenDrop_whenAsked_thenConnectionEndsAfterHandlerRan() throws Exception {
        server.faults().actThenDrop();

        assertThat(readAllAfterAsking()).isEmpty();
        assertThat(server.journal().acted()).hasSize(1);
    }

    @Test
    void givenResetBeforeActing_whenAsked_thenClientSeesReset() {
        server.faults().resetBeforeActing();

        assertThatThrownBy(this::readAllAfterAsking)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(server.journal().all()).hasSize(1);
        assertThat(server.journal().acted()).isEmpty();
    }

    @Test
    void givenActThenReset_whenAsked_thenResetsAfterHandlerRan() {
        server.faults().actThenReset();

        assertThatThrownBy(this::readAllAfterAsking)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(server.journal().acted()).hasSize(1);
    }

    @Test
    void givenActThenAnswer_whenAsked_thenHandlerRanAndStatusDeniesIt() throws Exception {
        server.faults().actThenAnswer(500);

        assertThat(ask("/orders/7").statusCode()).isEqualTo(500);
        assertThat(server.journal().acted()).hasSize(1);
    }

    @Test
    void givenCutBody_whenAsked_thenHeadPromisesMoreThanComes() throws Exception {
        server.faults().cutBody();

        assertThat(new String(readAllAfterAsking(), StandardCharsets.UTF_8))
                .containsIgnoringCase("Content-length: 10")
                .endsWith("\r\n\r\n01234");
        assertThat(server.journal().acted()).hasSize(1);
        assertThat(ask("/orders/8").body()).isEqualTo("0123456789");
    }

    @Test
    void givenCutBody_whenAnswerHasNoBody_thenItIsCutAllTheSame() throws Exception {
        try (SimulatorServer mute = SimulatorServer.start(request -> Answer.empty(200))) {
            mute.faults().cutBody();

            assertThatThrownBy(
                            () -> client.send(HttpRequest.newBuilder(mute.uri()).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void givenSlowBody_whenAsked_thenItComesWholeButLate() throws Exception {
        server.faults().slowBody(Duration.ofMillis(20));

        Instant start = Instant.now();
        assertThat(ask("/a").body()).isEqualTo("0123456789");
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void givenDelay_whenAsked_thenActsAtOnceAndAnswersLate() throws Exception {
        server.faults().delay(Duration.ofMillis(150));

        Instant start = Instant.now();
        assertThat(ask("/a").statusCode()).isEqualTo(200);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void givenStall_whenClientGivesUp_thenUnansweredAndNextPasses() throws Exception {
        server.faults().stall();

        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.setSoTimeout(150);
            socket.getOutputStream().write(GET);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(server.journal().acted()).isEmpty();
        assertThat(ask("/orders/7").statusCode()).isEqualTo(200);
    }

    @Test
    void givenActThenStall_whenClientGivesUp_thenTheHandlerRan() throws Exception {
        server.faults().actThenStall();

        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.setSoTimeout(150);
            socket.getOutputStream().write(GET);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(server.journal().acted()).hasSize(1);
    }

    @Test
    void givenNoRequests_whenTimesIsSet_thenRefused() {
        assertThatThrownBy(() -> server.faults().stall().times(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requests");
    }

    @Test
    void givenActLater_whenAsked_thenNoAnswerAndNothingDone() throws Exception {
        server.faults().actLater(Duration.ofMinutes(2));

        byte[] answer = readAllAfterAsking();
        server.clock().advance(Duration.ofSeconds(119));

        assertThat(answer).isEmpty();
        assertThat(server.journal().acted()).isEmpty();
        assertThat(server.faults().late()).isEqualTo(1);
    }

    @Test
    void givenActLater_whenClockPasses_thenActsOnce() throws Exception {
        server.faults().actLater(Duration.ofMinutes(2));
        readAllAfterAsking();

        server.clock().advance(Duration.ofMinutes(2));
        server.clock().advance(Duration.ofMinutes(2));

        assertThat(executed).containsExactly("/orders/7");
        assertThat(server.faults().late()).isZero();
    }

    @Test
    void givenActLater_whenDelivered_thenActsAtOnce() throws Exception {
        server.faults().actLater(Duration.ofHours(2)).times(2);
        readAllAfterAsking();
        readAllAfterAsking();

        int arrived = server.faults().deliverLate();
        server.clock().advance(Duration.ofHours(3));

        assertThat(arrived).isEqualTo(2);
        assertThat(executed).hasSize(2);
    }

    @Test
    void givenActLater_whenAnotherComesMeanwhile_thenItOvertakes() throws Exception {
        server.faults().actLater(Duration.ofSeconds(5)).on("GET", "/orders/{id}");
        readAllAfterAsking();

        ask("/orders/8");
        server.clock().advance(Duration.ofSeconds(5));

        assertThat(executed).containsExactly("/orders/8", "/orders/7");
    }

    @Test
    void givenLateOnes_whenClockJumps_thenArriveAsDue() throws Exception {
        server.faults().actLater(Duration.ofSeconds(9)).on("GET", "/orders/{id}");
        server.faults().actLater(Duration.ofSeconds(3)).on("POST", "/users/{id}");
        readAllAfterAsking();
        assertThatThrownBy(() -> post(server.uri() + "/users/1")).isInstanceOf(IOException.class);

        server.clock().advance(Duration.ofSeconds(10));

        assertThat(executed).containsExactly("/users/1", "/orders/7");
    }

    @Test
    void givenStallThenActLater_whenClientGivesUp_thenActsAllTheSame() throws Exception {
        server.faults().stallThenActLater(Duration.ofSeconds(30));

        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.setSoTimeout(150);
            socket.getOutputStream().write(GET);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        server.clock().advance(Duration.ofSeconds(30));

        assertThat(executed).containsExactly("/orders/7");
    }

    @Test
    void givenRunningClock_whenTimePasses_thenLateOneArrives() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (SimulatorServer running = SimulatorServer.start(0, SimulatedClock.running(), request -> {
            arrived.countDown();
            return Answer.empty(200);
        })) {
            running.faults().actLater(Duration.ofMillis(30));

            assertThatThrownBy(() -> post(running.uri().toString())).isInstanceOf(IOException.class);

            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givenLateOne_whenServerCloses_thenNeverActs() throws Exception {
        server.faults().actLater(Duration.ofSeconds(5));
        readAllAfterAsking();

        server.close();
        server.clock().advance(Duration.ofSeconds(5));

        assertThat(executed).isEmpty();
    }

    @Test
    void givenFaultsTurnedOff_whenOneIsLate_thenItStillArrives() throws Exception {
        server.faults().actLater(Duration.ofSeconds(5)).times(3);
        readAllAfterAsking();

        server.faults().off();
        server.faults().deliverLate();

        assertThat(executed).containsExactly("/orders/7");
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.uri() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String uri) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private byte[] readAllAfterAsking() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.getOutputStream().write(GET);
            InputStream in = socket.getInputStream();
            return in.readAllBytes();
        }
    }
}
