package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A field that the account has defined: the schema by which the values in {@code customFields()} are read. A value of
 * another kind than asked for is empty, never an exception.
 */
@Value.Immutable
@JsonDeserialize(builder = CustomField.Builder.class)
public interface CustomField extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("title")
    Optional<String> name();

    /** Returns its kind. */
    Optional<CustomFieldType> type();

    /** Returns the key of its values, {@code f<id>}. */
    default String key() {
        return "f" + id();
    }

    /** Returns its value among some; old answers use the id without the letter, or wrap the value in an object. */
    default Json in(Map<String, Json> fields) {
        Json value = fields.getOrDefault(key(), fields.getOrDefault(Long.toString(id()), Json.of(null)));
        return value.isObject() ? value.get("value") : value;
    }

    /** Returns its value as text; an empty text is none. */
    default Optional<String> text(Map<String, Json> fields) {
        return in(fields).text().filter(text -> !text.isEmpty());
    }

    /** Returns its value as a number. */
    default Optional<BigDecimal> number(Map<String, Json> fields) {
        return in(fields).number();
    }

    /** Returns its value as a flag; empty if there is none. */
    default Optional<Boolean> flag(Map<String, Json> fields) {
        Json value = in(fields);
        return value.isPresent() ? Optional.of(value.isTrue()) : Optional.empty();
    }

    /** Returns its value as a time, from milliseconds or ISO-8601; a day is its start in UTC. */
    default Optional<Instant> time(Map<String, Json> fields) {
        try {
            JsonCodec codec = JsonCodec.snakeCase();
            return text(fields).map(text -> codec.read(JsonType.of(Instant.class), codec.write(text)));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a field. */
    final class Builder extends ImmutableCustomField.Builder {
        Builder() {}
    }
}
