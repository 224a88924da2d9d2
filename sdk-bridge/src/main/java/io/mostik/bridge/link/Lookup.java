package io.mostik.bridge.link;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table that turns the words of one system into those of another, such as the ids of dispositions into statuses. Letter
 * case and blanks at both ends do not matter. Immutable.
 */
public final class Lookup {

    private final String name;
    private final Map<String, String> values;

    private Lookup(String name, Map<String, String> values) {
        this.name = name;
        this.values = Map.copyOf(values);
    }

    /**
     * Returns a table.
     *
     * @throws IllegalArgumentException if two words differ in letter case only
     */
    public static Lookup of(String name, Map<String, String> values) {
        Map<String, String> folded = new LinkedHashMap<>();
        values.forEach((from, to) -> {
            if (folded.put(fold(from), to) != null) {
                throw new IllegalArgumentException(from + " is there twice");
            }
        });
        return new Lookup(Objects.requireNonNull(name, "name"), folded);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns what a word stands for; empty if the table does not have it. */
    public Optional<String> find(String word) {
        return Optional.ofNullable(values.get(fold(word)));
    }

    String text() {
        return name + new TreeMap<>(values);
    }

    private static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lookup that && name.equals(that.name) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Lookup[" + name + ", " + values.size() + " words]";
    }
}
