package io.mostik.datahub.connector;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field that an account has added to its orders: the schema by which values are read. A value of another kind than the
 * field's is empty, never an exception.
 *
 * @param key its name in expressions and filters behind {@code custom.}: letters, digits and underscores
 * @param name as people call it
 * @param kind of its values
 */
public record OwnField(String key, Optional<String> name, Kind kind) {

    private static final Pattern TYPED =
            Pattern.compile("-?(?:\\d{1,30}|\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3}){1,9})(?:,\\d{1,2}|\\.\\d{1,30})?");

    /** What values of a field are. */
    public enum Kind {
        /** Anything, as text. */
        TEXT,
        /** Numbers. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** Times in milliseconds or ISO-8601; a day is its start in UTC. */
        TIME
    }

    /** Returns its value in an order. */
    public Json in(HubOrder order) {
        return order.ownFields().getOrDefault(key, Json.of(null));
    }

    /** Returns its value as text; an empty text is none. */
    public Optional<String> text(HubOrder order) {
        return in(order).text().filter(text -> !text.isEmpty());
    }

    /** Returns its value as a number, also as people type it: see {@link #typed}. */
    public Optional<BigDecimal> number(HubOrder order) {
        return typed(in(order));
    }

    /**
     * Returns a number as vendors send it or people type it: {@code 1 500,50}. A comma stands before one or two places;
     * with three it may stand between thousands, and is no number.
     */
    public static Optional<BigDecimal> typed(Json value) {
        return value.number()
                .or(() -> value.text()
                        .map(String::strip)
                        .filter(text -> TYPED.matcher(text).matches())
                        .map(text -> new BigDecimal(
                                text.replaceAll("[ \\u00a0\\u202f]", "").replace(',', '.'))));
    }

    /** Returns its value as a flag; empty if there is none. */
    public Optional<Boolean> flag(HubOrder order) {
        Json value = in(order);
        return value.isPresent() ? Optional.of(value.isTrue()) : Optional.empty();
    }

    /** Returns its value as a time. */
    public Optional<Instant> time(HubOrder order) {
        try {
            JsonCodec codec = JsonCodec.snakeCase();
            return text(order).map(text -> codec.read(JsonType.of(Instant.class), codec.write(text)));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
