package io.mostik.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a vendor answers: status, headers, body. Immutable, as long as nobody writes into the body. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

    /** Keeps a copy of the headers. */
    public Answer {
        headers = Map.copyOf(headers);
        requireNonNull(body, "body");
    }

    /** Returns an answer with this value written as JSON, declared as {@code application/json}. */
    public static Answer json(int status, Object value) {
        return bytes(status, "application/json", Json.write(value));
    }

    /** Returns an answer with this value written as JSON, yet declared as plain text, as PHP back ends do. */
    public static Answer textPlainJson(int status, Object value) {
        return bytes(status, PLAIN_TEXT, Json.write(value));
    }

    /** Returns an answer with this text in UTF-8. */
    public static Answer text(int status, String text) {
        return bytes(status, PLAIN_TEXT, text.getBytes(UTF_8));
    }

    /** Returns an answer with these bytes. */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", List.of(contentType)), body);
    }

    /** Returns an answer without a body and without a content type. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** Returns the same answer with one more header; a name that is there already gets one more value. */
    public Answer with(String headerName, String value) {
        Map<String, List<String>> extended = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(extended.getOrDefault(headerName, List.of()));
        values.add(value);
        extended.put(headerName, List.copyOf(values));
        return new Answer(status, extended, body);
    }

    /** Returns status, header names and size; never a value. */
    @Override
    public String toString() {
        return "Answer " + status + " " + headers.keySet() + " " + body.length + " bytes";
    }
}
