package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookServlet;
import io.mostik.pbx.workflow.CallNews;
import io.mostik.pbx.workflow.PbxWorkflows;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servlet in a container as embedders run it: Jetty. */
@Timeout(60)
class HookServletContainerTest {

    private static final String CREDENTIALS = "username=pbx&password=pass-77";
    private static final String CALL =
            "{\"id\":\"c-1\",\"caller\":\"36301112233\",\"called\":\"101\",\"status\":\"answered\"%s}";

    @TempDir
    Path folder;

    final List<CallNews> updates = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final HttpClient client = HttpClient.newHttpClient();
    final ServletContextHandler context = new ServletContextHandler();
    final Server container = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @BeforeEach
    void start() throws Exception {
        container.setHandler(context);
        serve("/hooks/calls", PbxAuthentication.basic("pbx", Secret.of("pass-77")));
        container.start();
    }

    private void serve(String path, WebhookAuthentication proof) {
        WebhookEndpoint hook = PbxWebhooks.builder()
                .authentication(proof)
                .recordings(RecordingFolder.at(folder))
                .build()
                .callData()
                .endpoint(PbxWorkflows.of(StateStore.inMemory()).calls("pbx").handler(this::take));
        context.addServlet(new ServletHolder(new WebhookServlet(hook)), path);
    }

    @AfterEach
    void stop() throws Exception {
        container.stop();
    }

    @Test
    void givenJsonAndForms_whenPbxCalls_thenEachIsDelivered() throws Exception {
        HttpResponse<String> json = post(CREDENTIALS, "application/json", CALL.formatted(""));
        HttpResponse<String> form =
                post(CREDENTIALS, "application/x-www-form-urlencoded", "call[id]=c-2&call[caller]=36301112233");
        HttpResponse<String> query = send(to(CREDENTIALS + "&id=c-3&caller=36301112233&nev=%F5r"));

        assertThat(List.of(json.statusCode(), form.statusCode(), query.statusCode()))
                .containsOnly(200);
        assertThat(json.body()).isEqualTo("OK");
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(updates).extracting(update -> update.call().key()).containsExactly("c-1", "c-2", "c-3");
        assertThat(updates.get(2).call().raw().get("nev").text()).contains("őr");
    }

    @Test
    void givenFormOfOldPbx_whenItCalls_thenItsCharactersSurvive() throws Exception {
        String form = "id=c-1&caller=36301112233&user=N\u0151ra";

        HttpResponse<String> reply = client.send(
                to(CREDENTIALS)
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=windows-1250")
                        .POST(BodyPublishers.ofString(form, Charset.forName("windows-1250")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(updates.get(0).call().userName()).contains("N\u0151ra");
    }

    @Test
    void givenWrongPassword_whenPbxCalls_thenIsAskedForTheRightOne() throws Exception {
        HttpResponse<String> reply = post(CREDENTIALS.replace('7', '8'), "application/json", CALL.formatted(""));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(updates).isEmpty();
    }

    @Test
    void givenAllowedAddresses_whenCalledFromElsewhere_thenRefuses() throws Exception {
        WebhookAuthentication proof = PbxAuthentication.basic("pbx", Secret.of("pass-77"));
        serve("/elsewhere", proof.onlyFrom(AddressRanges.of("192.0.2.0/24")));
        serve("/here", proof.onlyFrom(AddressRanges.of("192.0.2.0/24", "127.0.0.0/8")));

        assertThat(client.send(at("/elsewhere", CREDENTIALS + "&id=c-1").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(at("/here", CREDENTIALS + "&id=c-1").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(updates).hasSize(1);
    }

    @Test
    void givenHandlerThatFailsOnce_whenPbxRepeats_thenItIsDelivered() throws Exception {
        failures.set(1);

        int first = post(CREDENTIALS, "application/json", CALL.formatted("")).statusCode();
        int second = post(CREDENTIALS, "application/json", CALL.formatted("")).statusCode();
        int third = post(CREDENTIALS, "application/json", CALL.formatted("")).statusCode();

        assertThat(List.of(first, second, third)).containsExactly(500, 200, 200);
        assertThat(updates).hasSize(1);
    }

    @Test
    void givenRecordingWithinTheData_whenPushed_thenIsStreamedToAFile() throws Exception {
        String recording = ",\"recording\":{\"format\":\"ogg\",\"data\":\"T2dnUw" + "AAAA".repeat(500_000) + "==\"}";

        HttpResponse<String> reply = post(CREDENTIALS, "application/json", CALL.formatted(recording));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(folder.toFile().listFiles())
                .singleElement()
                .satisfies(file -> assertThat(file).hasSize(1_500_004));
    }

    @Test
    void givenBodyTooLargeOrOtherVerb_whenPbxCalls_thenRefuses() throws Exception {
        String padding = ",\"x\":\"" + "x".repeat(1024 * 1024) + "\"";

        assertThat(post(CREDENTIALS, "application/json", CALL.formatted(padding))
                        .statusCode())
                .isEqualTo(413);
        assertThat(client.send(to(CREDENTIALS).DELETE().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(updates).isEmpty();
    }

    private void take(CallNews update) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("database is down");
        }
        updates.add(update);
    }

    private HttpResponse<String> post(String query, String type, String body) throws Exception {
        return send(to(query).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String query) {
        return at("/hooks/calls", query);
    }

    private HttpRequest.Builder at(String path, String query) {
        int port = ((NetworkConnector) container.getConnectors()[0]).getLocalPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?" + query));
    }
}
