package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Requests as the vendor sends them. */
final class VccRequests {

    static final String SECRET = "hook-secret-1";

    private VccRequests() {}

    static WebhookRequest post(String body) {
        return post("secret-key=" + SECRET, body);
    }

    static WebhookRequest post(String query, String body) {
        return new WebhookRequest(
                "POST",
                query,
                Map.of("Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static WebhookRequest get(String query) {
        return new WebhookRequest("GET", "secret-key=" + SECRET + "&" + query, Map.of(), new byte[0]);
    }

    static String file(String name) {
        try (InputStream file = Objects.requireNonNull(VccRequests.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
