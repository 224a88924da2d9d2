package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JSON of unknown shape, read leniently: what is not there is empty, never null and never an exception.
 * Immutable.
 *
 * <pre>{@code
 * Json answer = client.raw().call(Effect.READ, "GET", "/loyalty").send();
 * Optional<BigDecimal> points = answer.at("data", "points").number();
 * }</pre>
 *
 * <p>Any Jackson 2 mapper writes and reads it as the JSON it holds.
 */
@JsonSerialize(using = JsonValues.Writer.class)
@JsonDeserialize(using = JsonValues.Reader.class)
public final class Json {

    private static final Json NOTHING = new Json(null);
    private static final Json TRUE = new Json(true);
    private static final Json FALSE = new Json(false);
    private static final Json NO_TEXT = new Json("");
    private static final int MOST_ZEROS = 1_000;

    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /** Returns a view on a value made of maps, lists, texts, numbers, booleans and null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Json of(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Boolean flag) {
            return flag ? TRUE : FALSE;
        }
        return value.equals("") ? NO_TEXT : new Json(value);
    }

    /** Returns the value of a property, or nothing. */
    public Json get(String name) {
        return value instanceof Map<?, ?> map ? of(map.get(name)) : NOTHING;
    }

    /** Returns the value below some properties, or nothing. */
    public Json at(String... names) {
        Json json = this;
        for (String name : names) {
            json = json.get(name);
        }
        return json;
    }

    /** Returns the first property of these names that is there, or nothing. */
    public Json first(String... names) {
        for (String name : names) {
            if (get(name).isPresent()) {
                return get(name);
            }
        }
        return NOTHING;
    }

    /** Returns whether there is anything but null. */
    public boolean isPresent() {
        return value != null;
    }

    /** Returns whether this is an object. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** Returns whether this is an array. */
    public boolean isArray() {
        return value instanceof List;
    }

    /** Returns a scalar as text; empty for null, objects and arrays. */
    public Optional<String> text() {
        if (value == null || isObject() || isArray()) {
            return Optional.empty();
        }
        return Optional.of(value instanceof BigDecimal number ? written(number) : value.toString());
    }

    /** Ten characters such as 1e99999999 would become a hundred million zeros. */
    private static String written(BigDecimal number) {
        boolean sane = Math.abs((long) number.scale()) <= MOST_ZEROS;
        return sane ? number.toPlainString() : number.toString();
    }

    /** Returns a number, or a text that is one; empty for one of more than 200 characters, or with a thousand zeros. */
    public Optional<BigDecimal> number() {
        try {
            return text().map(String::strip)
                    .filter(text -> text.length() <= Jackson.LONGEST_NUMBER)
                    .map(BigDecimal::new)
                    .filter(number -> Math.abs((long) number.scale()) <= MOST_ZEROS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns a whole number, or a text that is one; empty for a fraction and for one that no {@code long} can hold. */
    public Optional<Long> wholeNumber() {
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(((Number) value).longValue());
        }
        try {
            return number().map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Returns whether this is true, 1, "1" or "true". */
    public boolean isTrue() {
        return text().filter(text -> text.equalsIgnoreCase("true") || text.equals("1"))
                .isPresent();
    }

    /** Returns the elements of an array; empty if this is none. */
    public List<Json> elements() {
        List<Json> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> elements.add(of(element)));
        }
        return elements;
    }

    /** Returns the names of an object's properties in the order received; empty if this is none. */
    public Set<String> names() {
        Map<String, Object> names = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> names.put(String.valueOf(name), name));
        }
        return names.keySet();
    }

    /** Returns the plain Java value: map, list, text, number, boolean, or nothing. */
    public Optional<Object> value() {
        return Optional.ofNullable(value);
    }

    /** For mappers of other makers: the value as it is. */
    @JsonValue
    private @Nullable Object plain() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json that && (value == null ? that.value == null : value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value == null ? 0 : value.hashCode();
    }

    /** Returns the kind of value only: the content may be confidential. */
    @Override
    public String toString() {
        return isObject() ? "Json[object]" : isArray() ? "Json[array]" : isPresent() ? "Json[value]" : "Json[nothing]";
    }
}
