package io.mostik.core.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an explicit {@code null} and a missing property mean, for every decoded type: nothing where the type has a word for
 * it, such as an empty optional or list; else a failure. A null within a list or map is always one: a row that vanishes in
 * silence would be a short list that looks whole.
 */
final class Absent {

    private static final Map<Class<?>, Object> NOTHING = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty(),
            Json.class, Json.of(null),
            List.class, List.of(),
            Collection.class, List.of(),
            Iterable.class, List.of(),
            Set.class, Set.of(),
            Map.class, Map.of());

    private Absent() {}

    /** Returns the value that means "nothing" in a type; null if the type has none. */
    static @Nullable Object valueOf(Class<?> type) {
        return NOTHING.get(type);
    }

    /** Returns the position of a null in a value, such as {@code [3]}; empty if nowhere. */
    static Optional<String> nullWithin(@Nullable Object value) {
        if (value instanceof Optional<?> some) {
            return some.isPresent() ? nullWithin(some.get()) : Optional.empty();
        }
        if (value instanceof String || value instanceof Number) { // by far the most, and asking for a class is quick
            return Optional.empty();
        }
        if (value instanceof Collection<?> some) {
            return nullIn(some);
        }
        if (value instanceof Map<?, ?> map) {
            return nullIn(map.values()).map(place -> "[key]" + place.substring(place.indexOf(']') + 1));
        }
        return Optional.empty();
    }

    private static Optional<String> nullIn(Iterable<?> values) {
        int index = 0;
        for (Object value : values) {
            if (value == null) {
                return Optional.of("[" + index + "]");
            }
            Optional<String> deeper = nullWithin(value);
            if (deeper.isPresent()) {
                return Optional.of("[" + index + "]" + deeper.get());
            }
            index++;
        }
        return Optional.empty();
    }
}
