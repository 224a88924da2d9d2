package io.mostik.salesautopilot.internal;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Failure;
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

/**
 * What version 1 answered, read the way its operation needs it: the vendor sends bare numbers with or without quotes,
 * flags, links, one record where many were asked for, and at least five forms of "nothing".
 */
public final class Answer {

    private static final JsonCodec JSON = JsonCodec.snakeCase();

    private static final int OK = 200;

    private final Endpoint<?> endpoint;
    private final Json json;

    private Answer(Endpoint<?> endpoint, Json json) {
        this.endpoint = endpoint;
        this.json = json;
    }

    /** Sends a call and takes its answer. */
    public static Answer of(Endpoint<Json> endpoint, Call<Json> call) {
        return new Answer(endpoint, call.send());
    }

    /** Returns the answer as it is. */
    public Json raw() {
        return json;
    }

    /** Returns a whole number; it may stand in quotes. A flag is 1 or 0. */
    public long number() {
        Optional<String> text = json.text().map(String::strip);
        if (text.isPresent() && (text.get().equals("true") || text.get().equals("false"))) {
            return json.isTrue() ? 1 : 0;
        }
        try {
            return json.number().orElseThrow(() -> unreadable("a number")).longValueExact();
        } catch (ArithmeticException e) {
            throw unreadable("a whole number");
        }
    }

    /** Returns whether this is a number, in quotes or not. */
    public boolean isNumber() {
        return json.number().isPresent();
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
        long number = number();
        if (number > 0) {
            return number;
        }
        throw ApiException.of(
                ApiError.of(OK, Long.toString(number), "nothing was done").as(Outcome.REJECTED),
                Failure.lasting(endpoint.operation(), Outcome.REJECTED, Phase.DECODE));
    }

    /** Returns a link, whether it came as JSON or bare. */
    public URI link() {
        try {
            return URI.create(json.text()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> unreadable("a link")));
        } catch (IllegalArgumentException e) {
            throw unreadable("a link");
        }
    }

    /** Returns the objects of an array, or the one object; none for the vendor's forms of "nothing". */
    public List<Json> rows() {
        if (json.isArray()) {
            return json.elements().stream().filter(Json::isObject).toList();
        }
        return object().map(List::of).orElse(List.of());
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

    /** Returns the values of an array; none for the vendor's forms of "nothing". */
    public List<Json> values() {
        if (json.isArray()) {
            return json.elements();
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
        return rows().stream().map(row -> read(row, model)).toList();
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

    private boolean isNothing() {
        String text = json.text().map(String::strip).orElse("");
        return !json.isObject() && !json.isArray() && (text.isEmpty() || text.equals("0") || text.equals("false"));
    }

    private DecodingException unreadable(String expected) {
        return failure("not " + expected + ": " + json);
    }

    /** Says the kind of what came, never the content: most answers are about people. */
    private DecodingException failure(String text) {
        return new DecodingException(
                "answer cannot be read, " + text, Failure.lasting(endpoint.operation(), Outcome.APPLIED, Phase.DECODE));
    }
}
