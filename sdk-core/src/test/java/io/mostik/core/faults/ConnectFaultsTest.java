package io.mostik.core.faults;

import static io.mostik.core.faults.Expected.Seen.NOT_SENT;
import static io.mostik.core.faults.Expected.Seen.UNKNOWN;
import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.FaultServers.at;
import static io.mostik.core.faults.Lab.HEALTHY;
import static io.mostik.core.faults.Lab.answers;

import io.mostik.core.Phase;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class ConnectFaultsTest {

    private static final String PORTAL =
            "<html><body>Please log in to the network. " + Canary.echo() + "</body></html>";
    private static final SdkRuntime IMPATIENT =
            SdkRuntime.builder().connectTimeout(Duration.ofMillis(100)).build();
    private static final List<AutoCloseable> OPEN = new ArrayList<>(List.of(IMPATIENT));

    static Stream<FaultCase> names() throws IOException {
        int dead = Lab.deadPort();
        int full = fullPort();
        return FaultRow.cases(
                row("F01", "unknown host", HEALTHY)
                        .notSent(Phase.RESOLVE, 3)
                        .saying("nowhere.test", "not found")
                        .on(at(server -> "http://nowhere.test:81"))
                        .with(insecure()),
                row("F02", "refused port", HEALTHY)
                        .notSent(Phase.CONNECT, 3)
                        .saying("127.0.0.1:" + dead, "refused")
                        .on(at(server -> "http://127.0.0.1:" + dead)),
                row("F03", "accept queue full, connect time-out", HEALTHY)
                        .notSent(Phase.CONNECT, 3)
                        .saying("connect time-out")
                        .on(at(server -> "http://127.0.0.1:" + full))
                        .with(impatient()),
                row("F03", "accept queue full, deadline", HEALTHY)
                        .outOfTime(NOT_SENT, Phase.CONNECT)
                        .expectingAll(Expected.oneOf(3, 0, NOT_SENT))
                        .withoutNextCall()
                        .on(at(server -> "http://127.0.0.1:" + full)),
                row("F04", "TLS silent, connect time-out", RawServer.Connection::awaitEnd)
                        .notSent(Phase.CONNECT, 3)
                        .on(at(server -> "https://127.0.0.1:" + server.port()))
                        .with(impatient()),
                row("F04", "TLS silent, deadline", RawServer.Connection::awaitEnd)
                        .outOfTime(NOT_SENT, Phase.CONNECT)
                        .expectingAll(Expected.oneOf(3, 0, NOT_SENT))
                        .withoutNextCall()
                        .on(at(server -> "https://127.0.0.1:" + server.port())),
                row("F07", "two addresses, the first dead", HEALTHY)
                        .notSent(Phase.CONNECT, 3)
                        .on(at(server -> "http://two.test:" + server.port()))
                        .with(insecure()),
                row("F10", "portal: HTML for JSON", answers(200, "Content-Type: text/html\r\n", PORTAL))
                        .unreadable()
                        .saying("proxy or portal"),
                row("F10", "portal that says it is JSON", answers(200, "Content-Type: application/json\r\n", PORTAL))
                        .unreadable()
                        .saying("proxy or portal"));
    }

    static Stream<FaultCase> certificates() throws Exception {
        FaultKeys good = FaultKeys.make("127.0.0.1");
        FaultKeys expired = FaultKeys.expired("127.0.0.1");
        FaultKeys other = FaultKeys.make("other.test");
        Consumer<ClientConfig.Builder> trusting = config -> config.sslContext(good.trusted("TLS"));
        return FaultRow.cases(
                row("F05", "the certificate is fine", HEALTHY)
                        .harmless()
                        .on(good.server(socket -> {}))
                        .with(trusting),
                row("F05", "self-signed, not trusted", HEALTHY)
                        .notSent(Phase.TLS, 1)
                        .saying("trust store")
                        .on(good.server(socket -> {})),
                row("F05", "expired", HEALTHY)
                        .notSent(Phase.TLS, 1)
                        .saying("no TLS connection")
                        .on(expired.server(socket -> {}))
                        .with(config -> config.sslContext(expired.trusted("TLS"))),
                row("F05", "of another host", HEALTHY)
                        .notSent(Phase.TLS, 1)
                        .saying("host name")
                        .on(other.server(socket -> {}))
                        .with(config -> config.sslContext(other.trusted("TLS"))),
                row("F06", "TLS version refused", HEALTHY)
                        .notSent(Phase.TLS, 1)
                        .on(good.server(socket -> socket.setEnabledProtocols(new String[] {"TLSv1.3"})))
                        .with(config -> config.sslContext(good.trusted("TLSv1.2"))),
                row("F06", "client certificate missing, TLS 1.2", HEALTHY)
                        .notSent(Phase.TLS, 1)
                        .saying("client certificate")
                        .on(good.server(socket -> socket.setNeedClientAuth(true)))
                        .with(config -> config.sslContext(good.trusted("TLSv1.2"))),
                row("F06", "client certificate missing, TLS 1.3", HEALTHY)
                        .notSent(Phase.TLS, 1)
                        .anywhere()
                        .expectingAll(Expected.oneOf(3, 0, NOT_SENT, UNKNOWN))
                        .on(good.server(socket -> socket.setNeedClientAuth(true)))
                        .with(trusting));
    }

    static Stream<FaultCase> proxies() throws IOException {
        int dead = Lab.deadPort();
        String wants = "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n";
        RawServer.Script refuse = connection -> {
            connection.readHead();
            connection.write(wants);
        };
        RawServer.Script forbid = connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 403 X\r\nContent-Length: " + PORTAL.length() + "\r\n\r\n" + PORTAL);
        };
        return FaultRow.cases(
                row("F09", "proxy 407, http", refuse)
                        .notSent(Phase.CONNECT, 1)
                        .saying("the proxy 127.0.0.1", "other credentials")
                        .on(FaultServers.proxied("http")),
                row("F09", "proxy 407, https", refuse)
                        .notSent(Phase.CONNECT, 1)
                        .saying("the proxy 127.0.0.1", "tunneling")
                        .on(FaultServers.proxied("https")),
                row("F09", "proxy dead", HEALTHY)
                        .notSent(Phase.CONNECT, 3)
                        .saying("through the proxy 127.0.0.1:" + dead)
                        .with(config -> config.proxy(FaultServers.proxy(dead))),
                row("F09", "proxy forbids the tunnel, in HTML", forbid)
                        .notSent(Phase.CONNECT, 3)
                        .saying("through the proxy")
                        .on(FaultServers.proxied("https")),
                row("F09", "proxy answers HTML in the vendor's place", answers(200, "", PORTAL))
                        .unreadable()
                        .saying("proxy or portal")
                        .on(FaultServers.proxied("http"))
                        .withoutNextCall());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"names", "certificates", "proxies"})
    void givenNoWayToTheVendor_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable one : OPEN) {
            one.close();
        }
    }

    /** Connections are made by the kernel until the queue is full; from then on nothing is answered. */
    private static int fullPort() throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        OPEN.add(listener);
        for (int i = 0; i < 10; i++) {
            Socket socket = new Socket();
            OPEN.add(socket);
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", listener.getLocalPort()), 100);
            } catch (java.net.SocketTimeoutException e) {
                return listener.getLocalPort();
            }
        }
        throw new IllegalStateException("the queue never filled");
    }

    private static Consumer<ClientConfig.Builder> impatient() {
        return config -> config.runtime(IMPATIENT);
    }

    private static Consumer<ClientConfig.Builder> insecure() {
        return config -> config.allowInsecureHttp(true);
    }
}
