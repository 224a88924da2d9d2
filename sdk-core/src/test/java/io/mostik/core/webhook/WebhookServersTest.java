package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import io.mostik.core.test.WebhookServers;
import io.mostik.core.test.WebhookServers.Adapter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an endpoint gets from either server, and what the sender gets back. */
@Timeout(30)
class WebhookServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGE = 300_000;

    private final BlockingQueue<WebhookRequest> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<IOException> failed = new LinkedBlockingQueue<>();
    private WebhookReply reply = WebhookReply.text(202, "grüß").header("X-More", "1");
    private WebhookServers servers;

    @BeforeEach
    void start() throws Exception {
        servers = WebhookServers.start(PATIENCE);
        servers.serve(new Served());
    }

    @AfterEach
    void stop() throws Exception {
        servers.stop();
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenRequest_whenServed_thenAllOfItComes(Adapter adapter) throws IOException {
        String answer = exchange(
                adapter,
                "POST /hook?a=1&b=%20 HTTP/1.1",
                "X-Two: 1\r\nX-Two: 2\r\n",
                "Ő".getBytes(StandardCharsets.UTF_8));

        assertThat(answer).startsWith("HTTP/1.1 202 ").endsWith("\r\n\r\ngrüß");
        assertThat(answer.toLowerCase(Locale.ROOT).replace("; ", ";"))
                .contains("content-type: text/plain;charset=utf-8", "x-more: 1");
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query("b")).contains(" ");
            assertThat(request.headers("X-Two")).containsExactly("1", "2");
            assertThat(request.remoteAddress()).contains("127.0.0.1");
            assertThat(request.text()).isEqualTo("Ő");
        });
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenReplyWithoutText_whenServed_thenHasNoType(Adapter adapter) throws IOException {
        reply = WebhookReply.text(200, "");

        String answer = exchange(adapter, "POST /hook HTTP/1.1", "", new byte[0]);

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("content-type");
        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request.query()).isEmpty());
    }

    @Test
    void givenHead_whenServed_thenReplyHasNoBody() throws IOException {
        String answer = exchange(Adapter.JDK, "HEAD /hook HTTP/1.1", "", new byte[0]);

        assertThat(answer).startsWith("HTTP/1.1 202 ").endsWith("\r\n\r\n");
    }

    /** With bytes unread the system would answer a close with a reset, which overtakes the answer. */
    @Test
    void givenLargeBodyUnread_whenAnswered_thenAnswerIsSeen() throws IOException {
        String answer = exchange(Adapter.JDK, "POST /hook?early HTTP/1.1", "", new byte[LARGE]);

        assertThat(answer).startsWith("HTTP/1.1 403 ");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenBodyThatStops_whenPatienceEnds_then408AndTold(Adapter adapter) throws Exception {
        byte[] half = bytes("POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");

        try (Socket socket = servers.open(adapter, half)) {
            assertThat(WebhookServers.statusAtTheEnd(socket)).isIn(408, 0);
        }

        assertThat(failed.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(exchange(adapter, "POST /hook HTTP/1.1", "", bytes("a"))).startsWith("HTTP/1.1 202 ");
    }

    @Test
    void givenLimitsThatAreSet_whenAdded_thenTheyStay() {
        Properties properties = new Properties();
        properties.setProperty("sun.net.httpserver.maxReqTime", "60");

        HttpServerLimits.addTo(properties);

        assertThat(properties)
                .hasSameSizeAs(HttpServerLimits.PROPERTIES)
                .containsEntry("sun.net.httpserver.maxReqTime", "60")
                .containsEntry("jdk.httpserver.maxConnections", "500");
    }

    @Test
    void givenReceiverAndConsumer_whenServed_thenConsumerGetsEvent() throws IOException {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        WebhookAuthentication key = WebhookAuthentication.parameter("key", Secret.of("k"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook", WebhookHttpHandler.of(WebhookReceiver.of("test", key, WebhookRequest::text), events::add));
        server.start();

        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.getOutputStream().write(bytes("POST /hook?key=k HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na"));
            assertThat(WebhookServers.status(socket)).isEqualTo(200);
        } finally {
            server.stop(0);
        }

        assertThat(events).containsExactly("a");
    }

    @Test
    void givenWatch_whenTimeIsUp_thenInterruptsAndTakesItBack() throws InterruptedException {
        Watch watch = Watch.over(Duration.ofMillis(10));
        boolean isInterrupted = false;
        for (long end = System.nanoTime() + PATIENCE.multipliedBy(5).toNanos();
                !isInterrupted && System.nanoTime() < end; ) {
            isInterrupted = Thread.currentThread().isInterrupted();
        }

        watch.close();

        assertThat(isInterrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void givenInterruptOfOthers_whenWatchIsClosed_thenItStays() {
        Watch watch = Watch.over(Duration.ofMinutes(1));
        Thread.currentThread().interrupt();

        watch.close();
        watch.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    private String exchange(Adapter adapter, String line, String headers, byte[] body) throws IOException {
        String head =
                line + "\r\nHost: a\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
        try (Socket socket = servers.open(adapter, bytes(head))) {
            socket.getOutputStream().write(body);
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Served implements WebhookEndpoint {

        @Override
        public WebhookReply handle(WebhookRequest request) {
            asked.add(request);
            return reply;
        }

        @Override
        public Optional<WebhookReply> handleHead(WebhookRequest head) {
            return head.query().equals(Map.of("early", List.of("")))
                    ? Optional.of(WebhookReply.text(403, "no"))
                    : Optional.empty();
        }

        @Override
        public void bodyFailed(WebhookRequest head, IOException failure) {
            failed.add(failure);
        }
    }
}
