package io.mostik.salesautopilot.internal;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the vendor answered, read the way its operation needs it: version 1 sends bare numbers with or without quotes,
 * flags, links, one record where many were asked for, and at least five forms of "nothing".
 */
public final class Answer {

    private static final JsonCodec JSON = JsonCodec.snakeCase();

    private static final int OK = 200;

    private final Endpoint<?> endpoint;
    private final Call<Json> call;
    private final Json json;

    private Answer(Endpoint<?> endpoint, Call<Json> call) {
        this.endpoint = endpoint;
        this.call = call;
        this.json = call.send();
    }

    /**
     * Sends a call and takes its answer.
     *
     * @throws DecodingException if the answer is an error object of version 2, which says with status 200 that something
     *     failed
     */
    public static Answer of(Endpoint<Json> endpoint, Call<Json> call) {
        Answer answer = new Answer(endpoint, call);
        if (saysError(answer.json)) {
            throw answer.failure("an error with status 200");
        }
        return answer;
    }

    /** Returns the answer as it is. */
    public Json raw() {
        return json;
    }

    /**
     * Returns the answer to a read whose shape is not documented: an object, an array, a number, or a form of "nothing".
     * A text is none of them; a notice of the vendor's or of a proxy is one.
     */
    public Json data() {
        if (json.isObject() || json.isArray() || json.number().isPresent() || isNothing()) {
            return json;
        }
        throw unreadable("data");
    }

    /**
     * Returns the answer to a write whose shape is not documented, if it says anything: a number, a flag, or an object or
     * array that holds a value. Nothing, what holds nothing, a text and {@code "success":false} prove nothing.
     */
    public Json said() {
        boolean isWord = json.number().isPresent() || isTrue() || isFalse();
        boolean isDenied =
                json.get("success").isPresent() && !json.get("success").isTrue();
        if (isWord || (holdsValue(json) && json.text().isEmpty() && !isDenied)) {
            return json;
        }
        throw unreadable("an answer that says what was done");
    }

    /** Returns a whole number; it may be in quotes. A flag is 1 or 0. */
    public long number() {
        if (isTrue() || isFalse()) {
            return isTrue() ? 1 : 0;
        }
        try {
            return json.number().orElseThrow(() -> unreadable("a number")).longValueExact();
        } catch (ArithmeticException e) {
            throw unreadable("a whole number");
        }
    }

    /** Returns whether this is the bare word true. */
    public boolean isTrue() {
        return json.text().map(String::strip).filter("true"::equals).isPresent();
    }

    private boolean isFalse() {
        return json.text().map(String::strip).filter("false"::equals).isPresent();
    }

    /** Returns whether this is a number, which may be in quotes. */
    public boolean isNumber() {
        return json.number().isPresent();
    }

    /** Returns a whole number that is no flag, such as an id or a result code; it may be in quotes. */
    public long code() {
        if (isTrue()) {
            throw unreadable("a number");
        }
        return number();
    }

    /** Returns whether the vendor says that it was done: {@code true}, or a number above 0. */
    public boolean flag() {
        return number() > 0;
    }

    /**
     * Returns a number above 0, such as the id of what was made.
     *
     * @throws ApiException if the vendor says with another number that it did nothing
     */
    public long positive() {
        long number = code();
        if (number > 0) {
            return number;
        }
        throw nothingDone(endpoint.operation(), number);
    }

    /** Returns the failure of a write that the vendor answered with a number that means "nothing was done". */
    public static ApiException nothingDone(String operation, long code) {
        return ApiException.of(
                ApiError.of(OK, Long.toString(code), "nothing was done").as(Outcome.REJECTED),
                FailureInfo.lasting(operation, Outcome.REJECTED, Phase.DECODE));
    }

    /** Returns a link with its scheme and host, whether it came as JSON or bare. */
    public URI link() {
        try {
            return json.text()
                    .map(text -> URI.create(text.strip()))
                    .filter(link -> link.getScheme() != null && link.getHost() != null)
                    .orElseThrow(() -> unreadable("a link"));
        } catch (IllegalArgumentException e) {
            throw unreadable("a link");
        }
    }

    /**
     * Returns the objects of an array, or the one object, if it is not empty; none for the vendor's forms of "nothing",
     * of which an empty object is none.
     */
    public List<Json> rows() {
        return rows(row -> row);
    }

    /** Returns the object, or the first of an array; empty for the vendor's forms of "nothing". */
    public Optional<Json> object() {
        if (json.isObject()) {
            return Optional.of(json);
        }
        if (json.isArray()) {
            return rows().stream().findFirst();
        }
        if (isNothing()) {
            return Optional.empty();
        }
        throw unreadable("an object");
    }

    /**
     * Returns what each value of an array becomes; none for the vendor's forms of "nothing".
     *
     * @param reader refuses a value with a {@link #failure}
     */
    public <T> List<T> values(Function<Json, T> reader) {
        if (json.isArray()) {
            return call.rows(json.elements(), reader);
        }
        if (isNothing()) {
            return List.of();
        }
        throw unreadable("a list");
    }

    /** Returns the values of an object by name; none for the vendor's forms of "nothing", an empty array included. */
    public Map<String, Json> entries() {
        Map<String, Json> entries = new LinkedHashMap<>();
        object().ifPresent(found -> found.names().forEach(name -> entries.put(name, found.get(name))));
        return entries;
    }

    /** Returns the rows as models. */
    public <T> List<T> list(Class<T> model) {
        return rows(row -> read(row, model));
    }

    /**
     * Returns what each of the {@link #rows()} becomes.
     *
     * @param reader refuses a row with a {@link #failure}
     */
    public <T> List<T> rows(Function<Json, T> reader) {
        if (json.isArray()) {
            return call.rows(json.elements(), row -> {
                if (!row.isObject()) {
                    throw unreadable("a list of objects");
                }
                return reader.apply(row);
            });
        }
        if (json.isObject() && json.names().isEmpty()) {
            throw unreadable("a list");
        }
        return call.rows(object().map(List::of).orElse(List.of()), reader);
    }

    /** Returns the object as a model. */
    public <T> Optional<T> one(Class<T> model) {
        return object().map(row -> read(row, model));
    }

    private <T> T read(Json row, Class<T> model) {
        try {
            return JSON.read(JsonType.of(model), JSON.write(row));
        } catch (JsonException e) {
            throw failure("a part of it: " + e.getMessage());
        }
    }

    /** Version 2 says 0 where there is no error. */
    private static boolean saysError(Json json) {
        Json code = json.get("errorCode");
        return code.text().filter(text -> !text.isEmpty() && !text.equals("0")).isPresent()
                || code.isObject()
                || code.isArray();
    }

    private static boolean holdsValue(Json json) {
        if (json.isObject()) {
            return json.names().stream().anyMatch(name -> holdsValue(json.get(name)));
        }
        return json.isArray()
                ? json.elements().stream().anyMatch(Answer::holdsValue)
                : json.text().filter(text -> !text.isBlank()).isPresent();
    }

    private boolean isNothing() {
        String text = json.text().map(String::strip).orElse("");
        return !json.isObject() && !json.isArray() && (text.isEmpty() || text.equals("0") || text.equals("false"));
    }

    private DecodingException unreadable(String expected) {
        return failure("not " + expected + ": " + json);
    }

    /**
     * Returns the failure of an answer that cannot be used. Of a write nobody can tell whether it happened. The message names
     * the kind of what came, never the content: most answers are about people.
     */
    public DecodingException failure(String text) {
        return new DecodingException(
                "answer cannot be read, " + text,
                FailureInfo.lasting(endpoint.operation(), Outcome.UNKNOWN, Phase.DECODE));
    }
}
