package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.testing.program.MostikSim;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process over a file, ended by a signal that it cannot catch; {@code mostik-sim} plays the vendors. */
class KilledDeskTest {

    private static final String EMPTY = "{\"value\": \"0\", \"period\": \"IRREGULAR\"}";
    private static final String GRANTS = "?method=POST&path=/api/v1/card/1100200301/spend-limit&executed=true&exactly=";

    @TempDir
    private Path folder;

    private final MostikSim sim = MostikSim.start("tbank", "remonline", "--port", "0");
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    @AfterEach
    void close() {
        process.destroyForcibly();
        sim.close();
    }

    @Test
    void givenCommittedDelivery_whenKilled_thenTheNextGrantsItOnce() throws Exception {
        control("POST", "/tbank/actions/limit", EMPTY);
        control("POST", "/tbank/faults", "{\"fault\": \"stall\"}");
        int port = start();
        int status = post(port, "/orders/7001/courier?card=" + virtualCard() + "&total=1450.50");
        await().atMost(Duration.ofSeconds(20)).until(() -> count("{}") > 0);
        process.destroyForcibly().waitFor();
        assertThat(control("GET", "/tbank/verify" + GRANTS + 0, "").path("ok").asBoolean())
                .isTrue();
        control("DELETE", "/tbank/faults", "");

        start();

        await().atMost(Duration.ofSeconds(60)).until(() -> count("{\"method\": \"POST\", \"executed\": true}") > 0);
        assertThat(status).isEqualTo(202);
        assertThat(control("GET", "/tbank/verify" + GRANTS + 1, "").path("ok").asBoolean())
                .isTrue();
        assertThat(control("GET", "/tbank/holds", "").at("/cards/0/spendLimit").asText())
                .isEqualTo("1450.50 / 1450.50 IRREGULAR");
    }

    private long virtualCard() throws Exception {
        return vendor("tbank").at("/keys/virtualCard").asLong();
    }

    private JsonNode vendor(String name) throws Exception {
        return control("GET", "/" + name, "");
    }

    private int count(String requests) throws Exception {
        return control("POST", "/tbank/journal/count", requests).path("count").asInt();
    }

    /** Steers the vendors as a program in any language does. */
    private JsonNode control(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(sim.uri().resolve("/control" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private int start() throws Exception {
        int port = freePort();
        JsonNode bank = vendor("tbank");
        JsonNode remonline = vendor("remonline");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpringDesk.class.getName(),
                        "--server.port=" + port,
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("desk") + ";WRITE_DELAY=0",
                        "--mostik.outbox.poll=1s",
                        "--mostik.remonline.webhook.secret=x-secret",
                        "--mostik.remonline.api-key=" + text(remonline, "/keys/apiKey"),
                        "--mostik.remonline.base-uri=" + text(remonline, "/addresses/v2"),
                        "--mostik.tbank.ordinary-uri=" + text(bank, "/addresses/ordinary"),
                        "--mostik.tbank.secured-uri=" + text(bank, "/addresses/secured"),
                        "--mostik.tbank.token=" + text(bank, "/keys/token")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + port).toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> isUp(port));
        return port;
    }

    private boolean isUp(int port) throws Exception {
        try {
            return send(HttpRequest.newBuilder(uri(port, "/actuator/health"))) == 200;
        } catch (ConnectException e) {
            assertThat(process.isAlive()).as("the process is running").isTrue();
            return false;
        }
    }

    private int post(int port, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(port, path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private int send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String text(JsonNode vendor, String pointer) {
        return vendor.at(pointer).asText();
    }
}
