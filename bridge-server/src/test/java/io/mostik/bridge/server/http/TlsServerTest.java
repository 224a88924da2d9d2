package io.mostik.bridge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.TestKeys;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that has TLS itself, beside strangers who begin a handshake or a request and do not end it. */
class TlsServerTest {

    private static final int LIMIT_SECONDS = 3;
    private static final int ROUNDS = 40;
    private static final String HALF_HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000";
    private static final String HALF_HEAD = "POST /v1/actions/x HTTP/1.1\r\nHost: here\r\nX-Half: ";

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void givenStrangersWhoNeverEndTheHandshake_whenHonestCallersAsk_thenTheyAreAnsweredAtOnce() throws Exception {
        TestKeys keys = TestKeys.make(folder, "bridge");
        try (ServerProcess server = ServerProcess.start(LIMIT_SECONDS, keys.pemCertificate(), keys.pemKey(false));
                SlowConnections strangers = new SlowConnections(server.uri())) {
            SSLContext trusting = keys.contextTrusting(keys);
            assertThat(ask(trusting, server)).isEqualTo(200);
            List<Socket> slow = new ArrayList<>();
            slow.addAll(strangers.open(100, ""));
            slow.addAll(strangers.open(60, HALF_HELLO));
            slow.addAll(strangers.drip(40, HALF_HELLO));
            slow.addAll(strangers.open(40, HALF_HEAD));
            slow.addAll(strangers.openTls(40, trusting, HALF_HEAD));

            long longest = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                assertThat(ask(trusting, server)).isEqualTo(200);
                longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
            }

            System.out.println("honest calls by TLS beside 280 slow connections: longest " + longest + " ms");
            assertThat(longest).isLessThan(2_000);
            assertThat(slow).allMatch(socket -> SlowConnections.isEnded(socket, 20_000));
            assertThat(ask(trusting, server)).isEqualTo(200);
        }
    }

    /** Asks on a connection of its own, so with a handshake. */
    private static int ask(SSLContext trusting, ServerProcess server) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusting)
                .connectTimeout(Duration.ofSeconds(5))
                .build()
                .send(
                        HttpRequest.newBuilder(server.uri().resolve("/v1/actions/x"))
                                .header("Authorization", ServerProcess.KEY)
                                .timeout(Duration.ofSeconds(10))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"document\":\"7\"}"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
