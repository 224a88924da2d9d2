package io.mostik.testing.remonline;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameter {@code sort}: a field, or a minus and a field. */
final class Sorting {

    private Sorting() {}

    static <T> Comparator<T> of(RequestReader ask, Map<String, Comparator<T>> fields, Comparator<T> otherwise) {
        Set<String> allowed = new HashSet<>(fields.keySet());
        fields.keySet().forEach(field -> allowed.add("-" + field));
        Optional<String> sort = ask.choice("sort", allowed);
        if (sort.isEmpty()) {
            return otherwise;
        }
        boolean down = sort.get().startsWith("-");
        Comparator<T> up = fields.getOrDefault(down ? sort.get().substring(1) : sort.get(), otherwise);
        return down ? up.reversed() : up;
    }
}
