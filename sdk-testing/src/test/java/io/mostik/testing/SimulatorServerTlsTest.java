package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulatorServerTlsTest {

    @TempDir
    Path folder;

    @Test
    void givenRequiredCertificate_whenGiven_thenServedAndFaultsWork() throws Exception {
        KeyStore vendor = TestKeys.make(folder, "vendor");
        KeyStore company = TestKeys.make(folder, "company");
        try (SimulatorServer server = SimulatorServer.startTls(
                0, TestKeys.context(vendor, company), true, request -> Answer.text(200, "0123456789"))) {
            SSLContext known = TestKeys.context(company, vendor);
            server.faults().cutBody().on("POST", "/cut");
            server.faults().actThenReset().on("POST", "/reset");

            assertThat(ask(known, server, "/x").body()).isEqualTo("0123456789");
            assertThatThrownBy(() -> ask(known, server, "/cut")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(known, server, "/reset")).isInstanceOf(IOException.class);
            assertThat(server.journal().acted()).hasSize(3);
        }
    }

    @Test
    void givenRequiredCertificate_whenMissing_thenTurnsAwayAtOnce() throws Exception {
        KeyStore vendor = TestKeys.make(folder, "vendor");
        try (SimulatorServer server =
                SimulatorServer.startTls(0, TestKeys.context(vendor, vendor), true, request -> Answer.empty(200))) {
            SSLContext unknown = TestKeys.withoutOwnKey(vendor);

            assertThatThrownBy(() -> ask(unknown, server, "/x")).isInstanceOf(IOException.class);
            assertThat(server.journal().all()).isEmpty();
        }
    }

    private static HttpResponse<String> ask(SSLContext context, SimulatorServer server, String path)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return client.send(
                HttpRequest.newBuilder(server.uri().resolve(path))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
