package io.mostik.core.json;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an answer is read as. Immutable.
 *
 * @param <T> the Java type
 */
@SuppressWarnings("UnusedTypeParameter") // carries the type of the answer from the endpoint to the caller
public final class JsonType<T> {

    private final Class<?> raw;
    private final List<Type> parameters;

    private JsonType(Class<?> raw, List<Type> parameters) {
        this.raw = Objects.requireNonNull(raw, "raw");
        this.parameters = parameters;
    }

    /** Returns the type of one object. */
    public static <T> JsonType<T> of(Class<T> type) {
        return new JsonType<>(type, List.of());
    }

    /** Returns the type of a list. */
    public static <T> JsonType<List<T>> listOf(Class<T> item) {
        return new JsonType<>(List.class, List.of(item));
    }

    /** Returns the type of an object whose keys are data. */
    public static <T> JsonType<Map<String, T>> mapOf(Class<T> value) {
        return new JsonType<>(Map.class, List.of(String.class, value));
    }

    /** Returns a generic envelope around a type; {@code T} is the caller's promise. */
    public static <T> JsonType<T> envelope(Class<?> envelope, Class<?>... contents) {
        return new JsonType<>(envelope, List.of(contents));
    }

    Class<?> raw() {
        return raw;
    }

    List<Type> parameters() {
        return parameters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonType<?> that && raw.equals(that.raw) && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * raw.hashCode() + parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? raw.getSimpleName() : raw.getSimpleName() + parameters;
    }
}
