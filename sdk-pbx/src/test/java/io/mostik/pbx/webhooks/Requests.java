package io.mostik.pbx.webhooks;

import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Requests as a PBX sends them. */
public final class Requests {

    static final String FORM = "application/x-www-form-urlencoded";

    private Requests() {}

    static WebhookRequest get(String query) {
        return new WebhookRequest("GET", query, Map.of(), new byte[0]);
    }

    public static WebhookRequest json(String query, String body) {
        return post(query, "application/json", body, StandardCharsets.UTF_8);
    }

    static WebhookRequest form(String query, String body) {
        return post(query, FORM, body, StandardCharsets.UTF_8);
    }

    static WebhookRequest post(String query, String type, String body, Charset charset) {
        return new WebhookRequest("POST", query, Map.of("Content-Type", List.of(type)), body.getBytes(charset));
    }

    static WebhookRequest with(String header, String value) {
        return new WebhookRequest(
                "GET", "caller=36301112233&called=3615550100", Map.of(header, List.of(value)), new byte[0]);
    }

    static String file(String name) {
        try (InputStream file = Objects.requireNonNull(Requests.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
