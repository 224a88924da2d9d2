package io.mostik.bridge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.core.TimeSource;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LimitedServerTest {

    private static final int LIMIT_SECONDS = 3;
    private static final int ROUNDS = 40;
    private static final String HEAD = "POST /v1/actions/x HTTP/1.1\r\nHost: here\r\n";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    @Timeout(120)
    void givenStrangersWhoNeverEnd_whenHonestCallersAsk_thenTheyAreAnsweredAtOnce() throws Exception {
        try (ServerProcess server = ServerProcess.start(LIMIT_SECONDS);
                SlowConnections strangers = new SlowConnections(server.uri())) {
            assertThat(ask(server.uri()).statusCode()).isEqualTo(200);
            List<Socket> slow = new ArrayList<>();
            slow.addAll(strangers.open(40, HEAD + "X-Half: "));
            slow.addAll(strangers.open(40, HEAD + "Content-Length: 5000\r\n\r\n{"));
            slow.addAll(strangers.open(
                    40, HEAD + "Authorization: " + ServerProcess.KEY + "\r\nContent-Length: 5000\r\n\r\n{"));
            slow.addAll(strangers.drip(20, HEAD + "X-Drip: "));
            slow.addAll(strangers.drip(20, HEAD + "Content-Length: 5000\r\n\r\n{"));
            List<Socket> silent = strangers.open(300, "");

            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                assertThat(ask(server.uri()).statusCode()).isEqualTo(200);
                millis.add((System.nanoTime() - start) / 1_000_000);
            }

            Collections.sort(millis);
            System.out.println("honest calls beside 460 slow connections: median " + millis.get(ROUNDS / 2)
                    + " ms, longest " + millis.get(ROUNDS - 1) + " ms");
            assertThat(millis.get(ROUNDS - 1)).isLessThan(2_000);
            assertThat(slow).allMatch(socket -> SlowConnections.isEnded(socket, 20_000));
            assertThat(silent).allMatch(socket -> SlowConnections.isEnded(socket, 20_000));
            assertThat(ask(server.uri()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givenWrongKeys_whenThereAreTooMany_thenAddressHasToWait() throws Exception {
        try (ServerProcess server = ServerProcess.start(LIMIT_SECONDS)) {
            for (int i = 0; i < 20; i++) {
                assertThat(ask(server.uri(), "Bearer guess").statusCode()).isEqualTo(401);
            }

            HttpResponse<String> closed = ask(server.uri(), "Bearer guess");

            assertThat(closed.statusCode()).isEqualTo(429);
            assertThat(closed.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(ask(server.uri()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givenWrongKeyThatMakesThemTooMany_whenItsAnswerIsThere_thenAddressHasToWaitAlready() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (LimitedServer server = LimitedServer.start(
                "gateway", ListenerSettings.loopback(0), TimeSource.system(), exchange -> false, exchange -> {
                    exchange.sendResponseHeaders(401, -1);
                    exchange.close();
                    if (asked.incrementAndGet() == Doorway.MOST_FAILURES) {
                        awaitEnd(over);
                    }
                })) {
            for (int i = 0; i < Doorway.MOST_FAILURES; i++) {
                assertThat(get(server.uri()).statusCode()).isEqualTo(401);
            }

            assertThat(get(server.uri()).statusCode()).isEqualTo(429);
            over.countDown();
        }
    }

    @Test
    void givenWrongKeysFromManyAddressesOfOneNetwork_whenThereAreTooMany_thenTheNetworkHasToWait() throws Exception {
        try (LimitedServer server = behindProxy()) {
            for (int i = 0; i < Doorway.MOST_FAILURES; i++) {
                assertThat(from(server.uri(), "2001:db8::" + i)).isEqualTo(401);
            }

            assertThat(from(server.uri(), "2001:db8::1:2:3:4")).isEqualTo(429);
            assertThat(from(server.uri(), "[2001:db8:0:1::1]:50000")).isEqualTo(401);
        }
    }

    @Test
    void givenProxyInFront_whenOneBehindItHasTooManyWrongKeys_thenTheOthersAreNotHeldBack() throws Exception {
        try (LimitedServer server = behindProxy()) {
            for (int i = 0; i < Doorway.MOST_FAILURES; i++) {
                assertThat(from(server.uri(), "198.51.100." + i + ", 203.0.113.5:" + (50_000 + i)))
                        .isEqualTo(401);
            }

            assertThat(from(server.uri(), "203.0.113.5")).isEqualTo(429);
            assertThat(from(server.uri(), "203.0.113.6")).isEqualTo(401);
            assertThat(server.turnedAway()).isEqualTo(1);
        }
    }

    private static LimitedServer behindProxy() {
        ListenerSettings behind =
                new ListenerSettings("127.0.0.1", 0, Optional.empty(), List.of("127.0.0.1"), List.of());
        return LimitedServer.start("gateway", behind, TimeSource.system(), exchange -> false, exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
    }

    private int from(URI uri, String forwarded) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri)
                                .header("X-Forwarded-For", forwarded)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givenHandlerThatFails_whenAsked_thenServerLivesOn() throws Exception {
        try (LimitedServer server = LimitedServer.start(
                "gateway", ListenerSettings.loopback(0), TimeSource.system(), exchange -> true, exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                })) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> get(server.uri().resolve("/bad"))))
                    .isInstanceOf(java.io.IOException.class);

            assertThat(get(server.uri().resolve("/good")).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void givenNobodyInside_whenClosed_thenItEndsAtOnce() throws Exception {
        LimitedServer server = LimitedServer.start(
                "gateway", ListenerSettings.loopback(0), TimeSource.system(), exchange -> true, exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        assertThat(get(server.uri()).statusCode()).isEqualTo(204);
        long start = System.nanoTime();

        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(URI server) throws Exception {
        return ask(server, ServerProcess.KEY);
    }

    private HttpResponse<String> ask(URI server, String key) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.resolve("/v1/actions/x"))
                        .header("Authorization", key)
                        .timeout(Duration.ofSeconds(10))
                        .POST(BodyPublishers.ofString("{\"document\":\"7\"}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
