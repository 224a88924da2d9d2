package io.mostik.core.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A request as it came in, taken over from any web server. Prints the names of its headers and parameters only.
 * Immutable, as long as nobody changes the body.
 */
public final class WebhookRequest {

    private static final JsonFactory JSON = new JsonFactory();

    private final String method;
    private final Map<String, List<String>> query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Optional<String> remoteAddress;
    private final String path;

    /**
     * Creates a request.
     *
     * @param method HTTP verb
     * @param rawQuery the query as it stood in the address, or an empty text; windows-1250 is understood as well
     * @param headers all headers by name
     * @param body all bytes, as they came
     */
    public WebhookRequest(String method, String rawQuery, Map<String, List<String>> headers, byte[] body) {
        this(
                Objects.requireNonNull(method, "method"),
                WebhookForm.parameters(Objects.requireNonNull(rawQuery, "rawQuery"), StandardCharsets.UTF_8),
                byName(headers),
                Objects.requireNonNull(body, "body"),
                Optional.empty(),
                "");
    }

    private WebhookRequest(
            String method,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            byte[] body,
            Optional<String> remoteAddress,
            String path) {
        this.method = method;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.remoteAddress = remoteAddress;
        this.path = path;
    }

    private static Map<String, List<String>> byName(Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                byName.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(values));
        return byName;
    }

    /** Returns this request with the IP address that opened the connection, as the server tells it. */
    public WebhookRequest remoteAddress(String address) {
        return new WebhookRequest(method, query, headers, body, Optional.of(address), path);
    }

    /**
     * Returns this request with its address below the place where the endpoint is mounted, decoded, such as
     * {@code /v1/events}.
     */
    public WebhookRequest path(String newPath) {
        return new WebhookRequest(
                method, query, headers, body, remoteAddress, Objects.requireNonNull(newPath, "newPath"));
    }

    /** Returns this request with another body. */
    public WebhookRequest withBody(byte[] newBody) {
        return new WebhookRequest(
                method, query, headers, Objects.requireNonNull(newBody, "newBody"), remoteAddress, path);
    }

    /** Returns this request with one more header. */
    public WebhookRequest withHeader(String name, String value) {
        Map<String, List<String>> more = byName(headers);
        more.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        return new WebhookRequest(method, query, more, body, remoteAddress, path);
    }

    /** Returns this request with one more query parameter. */
    public WebhookRequest withQuery(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(query);
        more.merge(
                name,
                List.of(value),
                (before, added) ->
                        Stream.concat(before.stream(), added.stream()).toList());
        return new WebhookRequest(method, more, headers, body, remoteAddress, path);
    }

    /** Returns the IP address that opened the connection, which may be that of a proxy; empty if it was not taken over. */
    public Optional<String> remoteAddress() {
        return remoteAddress;
    }

    /**
     * Returns the address below the place where the endpoint is mounted, decoded and without the query; empty text if it
     * was not taken over.
     */
    public String path() {
        return path;
    }

    /** Returns the HTTP verb. */
    public String method() {
        return method;
    }

    /** Returns the query parameters in the order received. */
    public Map<String, List<String>> query() {
        return query;
    }

    /** Returns a query parameter that occurs exactly once. */
    public Optional<String> query(String name) {
        return single(query.getOrDefault(name, List.of()));
    }

    /** Returns a header that occurs exactly once; a repeated one proves nothing. */
    public Optional<String> header(String name) {
        return single(headers(name));
    }

    /** Returns all values of a header, in the order received. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Returns the declared media type; empty text if there is none. */
    public String contentType() {
        return header("Content-Type").orElse("");
    }

    /** Returns the length that the sender has announced. */
    public OptionalLong announcedLength() {
        try {
            return header("Content-Length")
                    .map(Long::parseLong)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns the bytes of the body. */
    public byte[] body() {
        return body;
    }

    /** Returns the body as text, in the declared charset or else UTF-8, without a byte order mark. */
    public String text() {
        return WebhookForm.text(contentType(), body);
    }

    /** Returns the parameters of the body read as a form: urlencoded, or multipart if it is declared to be. */
    public Map<String, List<String>> form() {
        return WebhookForm.read(contentType(), body);
    }

    /**
     * Returns a text that occurs exactly once at the top level of a JSON object in the body. Nothing is built of the
     * rest.
     *
     * @return the text; empty if it is absent, occurs twice, is no text, or the body is no JSON object
     */
    public Optional<String> jsonText(String name) {
        return single(jsonTexts(name::equals));
    }

    /** Returns all texts at the top level of a JSON object whose names are wanted; none if one of them is no text. */
    List<String> jsonTexts(Predicate<String> isWanted) {
        List<String> found = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return List.of();
            }
            for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
                boolean wanted = isWanted.test(parser.currentName());
                JsonToken value = parser.nextToken();
                if (wanted && value != JsonToken.VALUE_STRING) {
                    return List.of();
                }
                if (wanted) {
                    found.add(parser.getText());
                }
                parser.skipChildren();
            }
            return parser.currentToken() == JsonToken.END_OBJECT ? found : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    private static Optional<String> single(List<String> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    @Override
    public String toString() {
        OptionalLong announced = announcedLength();
        boolean isHead = body.length == 0 && announced.orElse(0) > 0;
        return method + " query " + RequestNames.of(query.keySet()) + ", headers " + RequestNames.of(headers.keySet())
                + ", " + (isHead ? announced.getAsLong() + " bytes announced" : body.length + " bytes");
    }
}
