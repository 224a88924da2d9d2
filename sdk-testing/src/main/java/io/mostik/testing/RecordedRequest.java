package io.mostik.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request as received, with its parts parsed.
 *
 * @param number how many requests had come when this one did, itself included
 * @param method the verb, in capitals as sent
 * @param rawPath the path before decoding
 * @param rawQuery the query before decoding; empty if there was none
 * @param headers the headers; ask {@link #header}, for the case of names is not kept
 * @param body the body; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecordedRequest(
        long number, String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    /** Keeps a copy of the headers. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /** Returns the path, each segment decoded. */
    public String path() {
        return "/" + String.join("/", segments());
    }

    /** Returns the segments of the path, decoded; an encoded slash does not split one. */
    public List<String> segments() {
        return UrlEncoded.segments(rawPath);
    }

    /** Returns the variables of a template such as {@code /orders/{id}} if the path is of that shape. */
    public Optional<Map<String, String>> match(String template) {
        return new PathTemplate(template).match(segments());
    }

    /** Returns the first value of a query parameter, decoded. */
    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** Returns all values of a query parameter, in their order. */
    public List<String> queries(String name) {
        return UrlEncoded.parameters(rawQuery).getOrDefault(name, List.of());
    }

    /** Returns the names of the query parameters, in their order. */
    public Set<String> queryNames() {
        return UrlEncoded.parameters(rawQuery).keySet();
    }

    /** Returns the first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** Returns the body as text in UTF-8. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** Returns the body as JSON whatever its content type; a missing node if it is none. */
    public JsonNode json() {
        return Json.read(body);
    }

    /** Returns the parameters of a form body, whatever its content type. */
    public Map<String, List<String>> form() {
        return UrlEncoded.parameters(text());
    }

    /** Returns the user name of HTTP Basic. */
    public Optional<String> basicUser() {
        return basic().map(pair -> pair.substring(0, pair.indexOf(':')));
    }

    /** Returns the password of HTTP Basic. */
    public Optional<String> basicPassword() {
        return basic().map(pair -> pair.substring(pair.indexOf(':') + 1));
    }

    /** Returns the bearer token. */
    public Optional<String> bearer() {
        return authorization("bearer ");
    }

    /** Returns verb, path, and the names of query parameters and headers; never a value. */
    @Override
    public String toString() {
        return "#" + number + " " + method + " " + path() + " query" + queryNames() + " headers" + headers.keySet();
    }

    private Optional<String> basic() {
        return authorization("basic ").map(RecordedRequest::decodeBase64).filter(pair -> pair.indexOf(':') >= 0);
    }

    private Optional<String> authorization(String scheme) {
        return header("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(scheme))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static String decodeBase64(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
