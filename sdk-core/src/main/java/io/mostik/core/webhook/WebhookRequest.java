package io.mostik.core.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in, taken over from any web server. Prints the names of its headers and parameters only.
 * Immutable, as long as nobody changes the body.
 */
public final class WebhookRequest {

    private final String method;
    private final Map<String, List<String>> query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Optional<String> remoteAddress;

    /**
     * Creates a request.
     *
     * @param method HTTP verb
     * @param rawQuery the query as it stood in the address, or an empty text
     * @param headers all headers by name
     * @param body all bytes, as they came
     */
    public WebhookRequest(String method, String rawQuery, Map<String, List<String>> headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.query = parameters(Objects.requireNonNull(rawQuery, "rawQuery"));
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                this.headers.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(values));
        this.body = Objects.requireNonNull(body, "body");
        this.remoteAddress = Optional.empty();
    }

    private WebhookRequest(WebhookRequest other, String remoteAddress) {
        this.method = other.method;
        this.query = other.query;
        this.headers = other.headers;
        this.body = other.body;
        this.remoteAddress = Optional.of(remoteAddress);
    }

    /** Returns this request with the IP address that opened the connection, as the server tells it. */
    public WebhookRequest remoteAddress(String address) {
        return new WebhookRequest(this, Objects.requireNonNull(address, "address"));
    }

    /** Returns the IP address that opened the connection, which may be that of a proxy; empty if it was not taken over. */
    public Optional<String> remoteAddress() {
        return remoteAddress;
    }

    /** Returns the HTTP verb. */
    public String method() {
        return method;
    }

    /** Returns the query parameters in the order received. */
    public Map<String, List<String>> query() {
        return query;
    }

    /** Returns a query parameter that stands there exactly once. */
    public Optional<String> query(String name) {
        return single(query.getOrDefault(name, List.of()));
    }

    /** Returns a header that stands there exactly once; a doubled one proves nothing. */
    public Optional<String> header(String name) {
        return single(headers.getOrDefault(name, List.of()));
    }

    /** Returns the bytes of the body. */
    public byte[] body() {
        return body;
    }

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the body read as a form. */
    public Map<String, List<String>> form() {
        return parameters(text());
    }

    private static Optional<String> single(List<String> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static Map<String, List<String>> parameters(String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** A broken percent sign makes the text stay as it came, so that nothing is lost and nothing matches by chance. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return method + " query " + query.keySet() + ", headers " + headers.keySet() + ", " + body.length + " bytes";
    }
}
