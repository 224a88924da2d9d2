package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with TLS of its own, by a certificate that this machine does not trust and that is for another name. */
class TlsTest {

    @TempDir
    private static Path folder;

    private static TestKeys own;
    private static ProgramLab lab;
    private static RunningBridge bridge;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        own = TestKeys.make(folder, "bridge.example", "dns:bridge.example");
        lab = new ProgramLab(folder)
                .only("newsletter", "callcentre")
                .ready("newsletter-to-calls")
                .asking()
                .secured(own.pemCertificate(), own.pemKey(false));
        bridge = lab.run();
        http = HttpClient.newBuilder()
                .sslContext(KnownCertificates.context(bridge.fingerprints()))
                .build();
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @Test
    void givenPage_whenSomebodyComesIn_thenTheCookieGoesByTlsOnly() throws Exception {
        URI page = bridge.uri("page").orElseThrow();
        HttpResponse<String> login = http.send(
                HttpRequest.newBuilder(page.resolve("/api/login"))
                        .header("Content-Type", "application/json")
                        .header("Origin", page.toString())
                        .POST(BodyPublishers.ofString(
                                "{\"key\":\"" + lab.page().getFragment().substring(4) + "\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(page).hasScheme("https");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
    }

    @Test
    void givenVerbs_whenCalled_thenReachTheRunningProgram() {
        assertThat(lab.say("open")).satisfies(open -> {
            assertThat(open.code()).as(open.err()).isZero();
            assertThat(open.out()).contains("0 waiting");
        });
        assertThat(lab.say("do", "cards.nothing", "connection=callcentre").out())
                .contains("\"code\":\"");
        assertThat(lab.say("doctor").out()).contains("listen.page.certificate", "listen.hooks.certificate");
    }

    @Test
    void givenSomebodyElseOnThePort_whenVerbCalls_thenIsNotToldTheKey() throws Exception {
        TestKeys other = TestKeys.make(folder, "other", "ip:127.0.0.1");
        HttpClient client = new LocalDoor(
                        bridge.uri("page").orElseThrow(),
                        bridge.uri("page").orElseThrow(),
                        LocalDoor.newKey(),
                        Set.of(other.fingerprint()))
                .client();

        assertThatThrownBy(() -> client.send(
                        HttpRequest.newBuilder(bridge.uri("page").orElseThrow()).build(), BodyHandlers.discarding()))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void givenMetrics_whenAsked_thenSayWhenCertificatesOfListenersEnd() throws Exception {
        String metrics = http.send(
                        HttpRequest.newBuilder(bridge.uri("page").orElseThrow().resolve("/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();

        assertThat(metrics)
                .contains("mostik_bridge_listener_certificate_days{listener=\"page\"} 36")
                .contains("mostik_bridge_listener_certificate_days{listener=\"hooks\"} 36");
    }

    @Test
    void givenFilesThatDoNotBelongTogether_whenChecked_thenSettingIsNamed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        TestKeys other = TestKeys.make(elsewhere, "other", "dns:localhost");
        try (ProgramLab wrong = new ProgramLab(elsewhere).secured(own.pemCertificate(), other.pemKey(false))) {
            assertThat(wrong.say("check")).satisfies(check -> {
                assertThat(check.code()).isEqualTo(Main.WRONG);
                assertThat(check.err()).contains("listen.").contains(".tls: ");
            });
        }
    }

    @Test
    void givenPlainRequest_whenSentToTls_thenIsNotAnsweredAndServerLivesOn() throws Exception {
        URI page = bridge.uri("page").orElseThrow();

        assertThatThrownBy(() -> http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.getPort() + "/health/live"))
                                .build(),
                        BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);

        assertThat(http.send(
                                HttpRequest.newBuilder(page.resolve("/health/live"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .isEqualTo("alive\n");
    }
}
