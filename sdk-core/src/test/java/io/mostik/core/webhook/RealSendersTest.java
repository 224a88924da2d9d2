package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that real programs send, and hostile ones, over both adapters. */
@Timeout(120)
class RealSendersTest {

    private static final int SENDERS = 40;

    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebhookReceiver<String> receiver = WebhookReceiver.of(
                    "test", WebhookAuthentication.field("key", Secret.of("right-key")), RealSendersTest::name)
            .listener(notice -> told.add(notice.result() + " " + notice.reason()));
    private final WebhookReceiver<String> byQuery = WebhookReceiver.of(
            "query", WebhookAuthentication.parameter("key", Secret.of("right-key")), RealSendersTest::name);
    private HttpServer jdk;
    private Server jetty;

    private static String name(WebhookRequest request) {
        String text = request.text();
        if (text.startsWith("{")) {
            byte[] json = text.getBytes(StandardCharsets.UTF_8);
            return JsonCodec.camelCase()
                    .read(JsonType.of(Json.class), json)
                    .get("name")
                    .text()
                    .orElse("");
        }
        return request.form().getOrDefault("name", List.of("")).get(0);
    }

    @BeforeEach
    void start() throws Exception {
        HttpServerLimits.addTo(System.getProperties());
        jdk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jdk.setExecutor(threads);
        jdk.createContext("/hook", WebhookHttpHandler.of(byQuery, handled::add));
        jdk.createContext(
                "/body",
                WebhookHttpHandler.of(receiver, handled::add)
                        .limits(Duration.ofSeconds(3), Duration.ofSeconds(6), 100));
        jdk.start();
        jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new WebhookServlet(byQuery.endpoint(handled::add))), "/hook");
        jetty.setHandler(context);
        jetty.start();
    }

    @AfterEach
    void stop() throws Exception {
        jdk.stop(0);
        jetty.stop();
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl-form",
                "curl-multipart",
                "curl-json",
                "curl-chunked",
                "php-array",
                "php-form",
                "node-fetch",
                "python-urllib"
            })
    void givenRealSender_whenItPosts_thenBothAdaptersReadIt(String sender) throws Exception {
        byte[] bytes = recorded(sender);

        assertThat(answer(jdkPort(), bytes)).contains(" 200 ");
        assertThat(answer(jettyPort(), bytes)).contains(" 200 ");
        assertThat(handled).containsExactly("Kovács Őr", "Kovács Őr");
    }

    @Test
    void givenOtherFramings_whenSent_thenEachHasItsAnswer() throws Exception {
        String json = "{\"name\":\"a\"}";

        assertThat(answer("POST /hook?key=right-key HTTP/1.0\r\nContent-Length: 12\r\n\r\n" + json))
                .contains(" 200 ");
        assertThat(answer("POST /hook?key=right-key HTTP/1.1\r\nHost: a\r\nContent-Length: 15\r\n\r\n\u00ef\u00bb\u00bf"
                        + json))
                .contains(" 200 ");
        assertThat(answer(
                        "POST /hook?key=right-key HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n"
                                + json))
                .contains(" 415 ");
        assertThat(answer("POST /hook?key=right-key HTTP/1.1\r\nHost: a\r\nContent-Length: 5368709120\r\n\r\n" + json))
                .contains(" 413 ");
        assertThat(answer("POST /hook?key=wrong-key HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf"))
                .contains(" 401 ");
        assertThat(answer("POST /hook?key=right-key&key=right-key HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n"
                        + json))
                .contains(" 401 ");
        assertThat(answer("HEAD /hook?key=right-key HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains(" 405 ");
        assertThat(handled).containsExactly("a", "a");
    }

    @Test
    void givenHalfHeadsHalfBodiesAndDrips_whenAnHonestSenderComes_thenIsServed() throws Exception {
        List<Socket> hostile = new java.util.ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            hostile.add(half("POST /body HTTP/1.1\r\nHost: a\r\nContent-Le"));
            hostile.add(half("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{\"name\":"));
        }

        String honest = answer("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 30\r\n\r\n"
                + "{\"key\":\"right-key\",\"name\":\"a\"}");
        long closed = hostile.stream()
                .filter(socket -> hostile.indexOf(socket) % 2 == 1)
                .filter(RealSendersTest::isClosed)
                .count();

        assertThat(honest).contains(" 200 ");
        assertThat(closed).isEqualTo(SENDERS);
        assertThat(told)
                .filteredOn(text -> text.contains("did not come to its end"))
                .isNotEmpty();
        for (Socket socket : hostile) {
            socket.close();
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(20_000);
            return socket.getInputStream().readAllBytes().length >= 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Socket half(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), jdkPort());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private String answer(String text) throws IOException {
        return answer(jdkPort(), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String answer(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            byte[] start = socket.getInputStream().readNBytes(20);
            return new String(start, StandardCharsets.ISO_8859_1);
        }
    }

    private int jdkPort() {
        return jdk.getAddress().getPort();
    }

    private int jettyPort() {
        return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
    }

    private static byte[] recorded(String sender) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RealSendersTest.class.getResourceAsStream("senders/" + sender + ".http"))) {
            return file.readAllBytes();
        }
    }
}
