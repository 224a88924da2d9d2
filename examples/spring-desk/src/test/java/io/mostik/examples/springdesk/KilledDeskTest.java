package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.tbank.TBankSimulator;
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

/** The application as a process over a file, ended by a signal that it cannot catch. */
class KilledDeskTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;

    @TempDir
    private Path folder;

    private final TBankSimulator bank = TBankSimulator.start();
    private final RemOnlineSimulator remonline = RemOnlineSimulator.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    @AfterEach
    void close() {
        process.destroyForcibly();
        bank.close();
        remonline.close();
    }

    @Test
    void givenCommittedDelivery_whenKilled_thenTheNextGrantsItOnce() throws Exception {
        bank.faults().stall();
        int port = start();
        int status = post(port, "/orders/7001/courier?card=" + CARD + "&total=1450.50");
        await().atMost(Duration.ofSeconds(20)).until(() -> !bank.journal().all().isEmpty());
        process.destroyForcibly().waitFor();
        Granted granted = new Granted(bank);
        String atDeath = granted.text();
        bank.faults().off();

        start();

        await().atMost(Duration.ofSeconds(60)).until(() -> !granted.text().equals("0"));
        assertThat(status).isEqualTo(202);
        assertThat(atDeath).isEqualTo("0");
        assertThat(granted.text()).isEqualTo("1450.5");
    }

    private int start() throws IOException {
        int port = freePort();
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
                        "--mostik.remonline.api-key=" + remonline.apiKey(),
                        "--mostik.remonline.base-uri=" + remonline.v2Uri(),
                        "--mostik.tbank.ordinary-uri=" + bank.ordinaryUri(),
                        "--mostik.tbank.secured-uri=" + bank.securedUri(),
                        "--mostik.tbank.token=" + bank.token()))
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

    /** What the bank has granted so far. */
    private record Granted(TBankSimulator bank) {
        String text() {
            return bank.grantedTotal(CARD).stripTrailingZeros().toPlainString();
        }
    }
}
