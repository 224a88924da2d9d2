package io.mostik.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request a vendor sends to a customer: a webhook. */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingWebhook(String method, URI uri, Map<String, String> headers, byte[] body) {

    /** Keeps a copy of the headers. */
    public OutgoingWebhook {
        requireNonNull(method, "method");
        requireNonNull(uri, "uri");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body");
    }

    /** Returns a hook that asks by GET, everything in the URL. */
    public static OutgoingWebhook get(URI uri) {
        return new OutgoingWebhook("GET", uri, Map.of(), new byte[0]);
    }

    /** Returns a hook that posts this text in UTF-8. */
    public static OutgoingWebhook post(URI uri, String contentType, String body) {
        return new OutgoingWebhook("POST", uri, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
    }

    /** Returns a hook that posts this value as JSON. */
    public static OutgoingWebhook postJson(URI uri, Object value) {
        return new OutgoingWebhook("POST", uri, Map.of("Content-Type", "application/json"), Json.write(value));
    }

    /** Returns the same hook with this header. */
    public OutgoingWebhook with(String headerName, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(headerName, value);
        return new OutgoingWebhook(method, uri, extended, body);
    }

    /** Returns verb, host and path; no query, no value. */
    @Override
    public String toString() {
        return method + " " + uri.getRawAuthority() + uri.getRawPath() + " headers" + headers.keySet();
    }
}
