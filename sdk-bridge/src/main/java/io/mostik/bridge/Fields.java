package io.mostik.bridge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * Flat fields in a fixed spelling: each value is a text, numbers without grouping and with a point, dates as ISO, GUIDs in
 * small letters. Keeps the order. Immutable.
 */
public final class Fields {

    private static final Fields NONE = new Fields(Map.of());

    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns no fields. */
    public static Fields none() {
        return NONE;
    }

    /** Returns these fields. */
    public static Fields of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Fields(values);
    }

    /** Returns one field. */
    public static Fields of(String name, String value) {
        return NONE.with(name, value);
    }

    /** Returns these fields and one more, or with another value of it. */
    public Fields with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Fields(more);
    }

    /** Returns all values by name. */
    public Map<String, String> asMap() {
        return values;
    }

    /** Returns a value. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns a value that has to be there.
     *
     * @throws NoSuchElementException if it is not; its name is in the message
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException(name + " is missing"));
    }

    /** Returns an amount or number that has to be there. */
    public BigDecimal number(String name) {
        return new BigDecimal(text(name));
    }

    /** Returns whether a value is {@code true}. */
    public boolean isTrue(String name) {
        return find(name).filter("true"::equals).isPresent();
    }

    /** Returns the fields whose names begin so, without that prefix. */
    public Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns the names only: values are the company's business. */
    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
