package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookHttpHandlerTest {

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        WebhookReceiver<String> receiver = WebhookReceiver.of(
                        "test", WebhookAuthentication.parameter("key", Secret.of("k")), WebhookRequest::text)
                .largestBody(10);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", WebhookHttpHandler.of(receiver, handled::add));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givenProvenRequest_whenPosted_thenIsHandledAndAnswered() throws Exception {
        HttpResponse<String> answer = post("?key=k", "event");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenWrongKey_whenPosted_then401() throws Exception {
        assertThat(post("?key=x", "event").statusCode()).isEqualTo(401);
        assertThat(handled).isEmpty();
    }

    @Test
    void givenLargeBody_whenPosted_then413() throws Exception {
        assertThat(post("?key=k", "x".repeat(11)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> post(String query, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook" + query);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
