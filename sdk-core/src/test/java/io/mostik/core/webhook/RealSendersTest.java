package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.WebhookServers;
import io.mostik.core.test.WebhookServers.Adapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that real programs have sent, recorded, over both adapters. */
@Timeout(60)
class RealSendersTest {

    private static final String KEY_IN_QUERY = "right-key";

    private final Queue<WebhookRequest> handled = new ConcurrentLinkedQueue<>();
    private WebhookServers servers;

    @BeforeEach
    void start() throws Exception {
        servers = WebhookServers.start(Duration.ofSeconds(10));
        serve(WebhookAuthentication.parameter("key", Secret.of(KEY_IN_QUERY)));
    }

    @AfterEach
    void stop() throws Exception {
        servers.stop();
    }

    private void serve(WebhookAuthentication authentication) {
        servers.serve(
                WebhookReceiver.of("test", authentication, request -> request).endpoint(handled::add));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl-form",
                "curl-multipart",
                "curl-json",
                "curl-chunked",
                "curl-latin2",
                "curl-multipart-latin2",
                "php-array",
                "php-nested",
                "php-form",
                "php-query",
                "node-fetch",
                "node-formdata",
                "python-urllib",
                "python-multipart",
                "openssl-signed"
            })
    void givenRealSender_whenItPosts_thenBothAdaptersReadIt(String sender) throws Exception {
        byte[] bytes = recorded(sender);

        for (Adapter adapter : Adapter.values()) {
            assertThat(servers.status(adapter, bytes)).isEqualTo(200);
        }

        assertThat(handled).hasSize(2).extracting(RealSendersTest::name).containsOnly("Kovács Őr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"php-nested", "php-query"})
    void givenArraysOfPhp_whenPosted_thenEachElementHasItsName(String sender) throws Exception {
        servers.status(Adapter.JDK, recorded(sender));

        assertThat(handled.element().form())
                .containsEntry("call[id]", List.of("c-1"))
                .containsEntry("call[legs][0]", List.of("101"))
                .containsEntry("call[legs][1]", List.of("102"));
    }

    @Test
    void givenSignatureByOpenssl_whenPosted_thenProvesTheBody() throws Exception {
        byte[] signed = recorded("openssl-signed");
        byte[] changed = new String(signed, StandardCharsets.ISO_8859_1)
                .replace("\"call\"", "\"fall\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        HmacSignature signature = HmacSignature.of(Secret.of("shop-secret")).header("X-Shop-Signature");
        serve(WebhookAuthentication.hmac(signature));

        for (Adapter adapter : Adapter.values()) {
            assertThat(servers.status(adapter, signed)).isEqualTo(200);
            assertThat(servers.status(adapter, changed)).isEqualTo(401);
        }
        assertThat(handled).hasSize(2);
    }

    private static String name(WebhookRequest request) {
        String text = request.text();
        if (!text.startsWith("{")) {
            return request.form().getOrDefault("name", List.of("")).get(0);
        }
        Json json = JsonCodec.camelCase().read(JsonType.of(Json.class), text.getBytes(StandardCharsets.UTF_8));
        return json.get("name").text().orElse("");
    }

    private static byte[] recorded(String sender) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RealSendersTest.class.getResourceAsStream("senders/" + sender + ".http"))) {
            return file.readAllBytes();
        }
    }
}
