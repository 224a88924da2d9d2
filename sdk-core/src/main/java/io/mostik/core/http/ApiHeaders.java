package io.mostik.core.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The headers of an answer; names in any case. Prints their names only. Immutable. */
public final class ApiHeaders {

    private final Map<String, List<String>> values;

    /**
     * Creates the headers.
     *
     * @param values by name, in a map that ignores case
     */
    ApiHeaders(Map<String, List<String>> values) {
        this.values = Objects.requireNonNull(values, "values");
    }

    /** Returns the first value of a header. */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Returns all values of a header. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
