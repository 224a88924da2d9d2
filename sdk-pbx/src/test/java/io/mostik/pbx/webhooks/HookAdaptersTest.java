package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.IncomingCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HookAdaptersTest {

    private static final String PARTIES = "caller=36301112233&called=3615550100";
    private static final String CREDENTIALS = "&username=pbx&password=demo";

    private final List<IncomingCall> calls = new CopyOnWriteArrayList<>();
    private final WebhookEndpoint hook = PbxWebhooks.builder()
            .basic("pbx", Secret.of("demo"))
            .build()
            .incomingCalls()
            .endpoint(calls::add);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", WebhookHttpHandler.of(hook));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givenHttpServer_whenPbxCalls_thenTheHookAnswers() throws Exception {
        HttpResponse<String> reply = send(uri(PARTIES + CREDENTIALS).GET());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("OK");
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(calls).hasSize(1);
    }

    @Test
    void givenNoCredentials_whenPbxCalls_thenAsksForBasic() throws Exception {
        HttpResponse<String> reply = send(uri(PARTIES).GET());

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    }

    @Test
    void givenWindows1250InTheQuery_whenPbxCalls_thenReadsTheLetters() throws Exception {
        send(uri(PARTIES + CREDENTIALS + "&nev=%F5r&cim=%C5%91r").GET());

        assertThat(calls.get(0).raw().get("nev").text()).contains("őr");
        assertThat(calls.get(0).raw().get("cim").text()).contains("őr");
    }

    @Test
    void givenOtherVerbsAndHugeBody_whenPbxCalls_thenRefuses() throws Exception {
        assertThat(send(uri(PARTIES + CREDENTIALS).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(uri(PARTIES + CREDENTIALS).DELETE()).statusCode()).isEqualTo(405);
        assertThat(send(uri(CREDENTIALS).POST(BodyPublishers.ofString("x".repeat(1024 * 1024 + 1))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(calls).isEmpty();
    }

    private HttpRequest.Builder uri(String query) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?" + query));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
