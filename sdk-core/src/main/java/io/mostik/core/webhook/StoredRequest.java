package io.mostik.core.webhook;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A proven request as an inbox keeps it: what the reader needs, and no credential. Read again when it is handled, so that a
 * later release can read what this one cannot.
 */
final class StoredRequest {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final String MASK = "***";

    private StoredRequest() {}

    /**
     * Returns the text of a request.
     *
     * @param headers the names of the headers that the reader needs
     * @throws IllegalStateException if a credential cannot be taken out
     */
    static String write(WebhookRequest request, WebhookAuthentication authentication, Set<String> headers) {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("method", request.method());
        stored.put("query", query(request, authentication));
        Map<String, Object> kept = new LinkedHashMap<>();
        headers.stream()
                .filter(name -> !request.headers(name).isEmpty())
                .forEach(name -> kept.put(name, request.headers(name)));
        stored.put("headers", kept);
        byte[] body = withoutSecrets(request.body(), authentication.secrets());
        if (isUtf8(body)) {
            stored.put("body", new String(body, StandardCharsets.UTF_8));
        } else {
            stored.put("base64", Base64.getEncoder().encodeToString(body));
        }
        return new String(JSON.write(stored), StandardCharsets.UTF_8);
    }

    /** Throws {@code JsonException} for a text that {@link #write} did not write. */
    static WebhookRequest read(String text) {
        Json stored = JSON.read(ANY, text.getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Json kept = stored.get("headers");
        kept.names()
                .forEach(name -> headers.put(
                        name,
                        kept.get(name).elements().stream()
                                .flatMap(value -> value.text().stream())
                                .toList()));
        byte[] body = stored.get("base64")
                .text()
                .map(Base64.getDecoder()::decode)
                .orElseGet(() -> stored.get("body").text().orElse("").getBytes(StandardCharsets.UTF_8));
        String method = stored.get("method").text().orElseThrow(() -> new JsonException("no stored request"));
        return new WebhookRequest(method, stored.get("query").text().orElse(""), headers, body);
    }

    private static String query(WebhookRequest request, WebhookAuthentication authentication) {
        List<String> pairs = new ArrayList<>();
        request.query()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !authentication.isCredential(value))
                        .forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    /** Byte by byte as Latin letters, in every spelling that a form or JSON may use. */
    private static byte[] withoutSecrets(byte[] body, List<Secret> secrets) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (Secret secret : secrets) {
            String plain = secret.reveal();
            String json = new String(JSON.write(plain), StandardCharsets.UTF_8);
            List<String> spellings = List.of(
                    json.substring(1, json.length() - 1),
                    plain,
                    encoded(plain),
                    encoded(plain).replace("+", "%20"));
            for (String spelling : spellings) {
                String latin = new String(spelling.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                text = text.replace(latin, MASK);
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
