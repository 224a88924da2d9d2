package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdkTransportTest {

    private static final Endpoint<Json> READ = Endpoint.read("things.get", "GET", "/thing", Json.class);
    private static final Endpoint<Json> DIAL = Endpoint.once("things.dial", "GET", "/dial", Json.class);
    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);

    static Stream<Named<RawServer.Script>> endingsWithoutAnswer() {
        return Stream.of(
                Named.of("FIN after the request", RawServer.Connection::readRequest),
                Named.of("RST after the request", connection -> {
                    connection.readRequest();
                    connection.reset();
                }),
                Named.of("half a status line", connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 2");
                }),
                Named.of("half a head", connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Le");
                }),
                Named.of("no HTTP at all", connection -> {
                    connection.readRequest();
                    connection.write("<html>hello</html>\r\n\r\n");
                }));
    }

    @ParameterizedTest
    @MethodSource("endingsWithoutAnswer")
    void givenNoAnswer_whenOnce_thenOneRequestAndUnknownOutcome(RawServer.Script ending) {
        for (Endpoint<Json> endpoint : List.of(DIAL, CREATE)) {
            try (RawServer server = RawServer.start(ending);
                    ApiClient client = client(server, Duration.ofSeconds(10))) {
                SdkException failure = failureOf(client, endpoint);

                assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(failure.phase()).isEqualTo(Phase.HEAD);
                assertThat(failure.attempts()).hasSize(1);
                assertThat(server.requests()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endingsWithoutAnswer")
    void givenNoAnswer_whenReading_thenEachTryIsOneRequest(RawServer.Script ending) {
        try (RawServer server = RawServer.start(ending);
                ApiClient client = client(server, Duration.ofSeconds(10))) {
            SdkException failure = failureOf(client, READ);

            assertThat(failure.attempts()).hasSize(3);
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void givenReusedConnectionThatEnds_whenOnce_thenServerGotOneMore() {
        AtomicInteger answers = new AtomicInteger(20);
        try (RawServer server = RawServer.start(connection -> {
                    while (!connection.readRequest().isEmpty() && answers.getAndDecrement() > 0) {
                        connection.answer(200, "{}");
                    }
                });
                ApiClient client = client(server, Duration.ofSeconds(10))) {
            for (int i = 0; i < 20; i++) {
                client.call(READ).send();
            }

            SdkException failure = failureOf(client, DIAL);

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).isEqualTo(21);
            assertThat(server.connections()).isLessThan(21);
        }
    }

    static Stream<Named<RawServer.Script>> cutBodies() {
        return Stream.of(
                Named.of("half, then FIN", cut("Content-Length: 20\r\n\r\n{\"a\":")),
                Named.of("chunks without an end", cut("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n")),
                Named.of("two lengths", cut("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x")),
                Named.of(
                        "length and chunks",
                        cut("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")),
                Named.of("compressed", cut("Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")));
    }

    @ParameterizedTest
    @MethodSource("cutBodies")
    void givenBodyThatIsCut_whenOnce_thenIsUnknownAndSentOnce(RawServer.Script ending) {
        try (RawServer server = RawServer.start(ending);
                ApiClient client = client(server, Duration.ofSeconds(10))) {
            SdkException failure = failureOf(client, CREATE);

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    static Stream<Named<RawServer.Script>> silences() {
        return Stream.of(
                Named.of("no answer", connection -> {
                    connection.readRequest();
                    connection.awaitEnd();
                }),
                Named.of("half a head", connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\n");
                    connection.awaitEnd();
                }),
                Named.of("half a body", connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"");
                    connection.awaitEnd();
                }));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void givenSilence_whenDeadlinePasses_thenReturnsAndClosesSocket(RawServer.Script silence) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        RawServer.Script noting = connection -> {
            try {
                silence.talk(connection);
            } finally {
                ended.countDown();
            }
        };
        try (RawServer server = RawServer.start(noting);
                ApiClient client = client(server, Duration.ofMillis(500))) {
            SdkException failure = failureOf(client, CREATE);

            // How soon it returns is measured by the fault suite, which knows a busy machine from a late call.
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("silences")
    void givenSilence_whenInterrupted_thenEndsCancelledAndKeepsFlag(RawServer.Script silence) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        RawServer.Script noting = connection -> {
            arrived.countDown();
            silence.talk(connection);
        };
        try (RawServer server = RawServer.start(noting);
                ApiClient client = client(server, Duration.ofSeconds(20))) {
            AtomicReference<SdkException> failure = new AtomicReference<>();
            AtomicReference<Boolean> flag = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                failure.set(failureOf(client, CREATE));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            arrived.await();

            caller.interrupt();
            caller.join(2_000);

            assertThat(failure.get())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.cancelled()).isTrue());
            assertThat(flag.get()).isTrue();
        }
    }

    @Test
    void givenCallUnderWay_whenClientIsClosed_thenEndsAsCancelled() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> {
            connection.readRequest();
            arrived.countDown();
            connection.awaitEnd();
        })) {
            ApiClient client = client(server, Duration.ofSeconds(20));
            AtomicReference<SdkException> failure = new AtomicReference<>();
            AtomicReference<Boolean> flag = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                failure.set(failureOf(client, CREATE));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            arrived.await();

            client.close();
            client.close();
            caller.join(2_000);

            assertThat(failure.get())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.cancelled()).isTrue());
            assertThat(flag.get()).isFalse();
            assertThat(failureOf(client, CREATE).outcome()).isEqualTo(Outcome.NOT_SENT);
        }
    }

    @Test
    void givenEndlessBody_whenReading_thenStopsAtTheLimit() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        connection.write(new byte[64 * 1024]);
                    }
                });
                ApiClient client = client(server, Duration.ofSeconds(10))) {
            SdkException failure = failureOf(client, READ);

            assertThat(failure).hasMessageContaining("larger than");
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @Test
    void givenSecondAnswerBehindFirst_whenCallingAgain_thenGetsOwn() {
        try (RawServer server = RawServer.start(connection -> {
                    while (!connection.readRequest().isEmpty()) {
                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}"
                                + "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":9}");
                    }
                });
                ApiClient client = client(server, Duration.ofSeconds(10))) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.call(READ).send().get("a").text()).contains("1");
            }
        }
    }

    @Test
    void givenRedirect_whenReading_thenDoesNotFollowAndNamesHostOnly() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 302 X\r\nLocation: http://other.example/a?token=secret\r\n"
                            + "Content-Length: 0\r\n\r\n");
                });
                ApiClient client = client(server, Duration.ofSeconds(10))) {
            SdkException failure = failureOf(client, CREATE);

            assertThat(failure).hasMessageContaining("other.example").hasMessageNotContaining("secret");
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    private static SdkException failureOf(ApiClient client, Endpoint<Json> endpoint) {
        return catchThrowableOfType(
                SdkException.class, () -> client.call(endpoint).json(Map.of()).send());
    }

    private static RawServer.Script cut(String rest) {
        return connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\n" + rest);
        };
    }

    private static ApiClient client(RawServer server, Duration deadline) {
        return ApiClient.builder(ClientConfig.builder()
                        .baseUri(server.uri())
                        .deadline(deadline)
                        .build())
                .build();
    }
}
