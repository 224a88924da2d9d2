package io.mostik.testing.internal;

import io.mostik.testing.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows by their keys. Not thread-safe. */
public final class Table<K, T> {

    private final Map<K, T> rows;
    private final Function<T, K> key;
    private final Supplier<Refusal> unknown;

    private Table(Map<K, T> rows, Function<T, K> key, Supplier<Refusal> unknown) {
        this.rows = rows;
        this.key = key;
        this.unknown = unknown;
    }

    /** Returns an empty table whose rows come in the order they were added. */
    public static <K, T> Table<K, T> inOrder(Function<T, K> key, Supplier<Refusal> unknown) {
        return new Table<>(new LinkedHashMap<>(), key, unknown);
    }

    /** Returns an empty table whose rows come in the order of their keys. */
    public static <K extends Comparable<K>, T> Table<K, T> byKey(Function<T, K> key, Supplier<Refusal> unknown) {
        return new Table<>(new TreeMap<>(), key, unknown);
    }

    /** Adds a row, or puts it in the place of the one with its key; returns it. */
    public T add(T row) {
        rows.put(key.apply(row), row);
        return row;
    }

    /** Returns a row; refuses the request if there is none. */
    public T get(K wanted) {
        return find(wanted).orElseThrow(unknown);
    }

    /** Returns a row, if there is one. */
    public Optional<T> find(K wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    /** Returns whether there is such a row. */
    public boolean has(K wanted) {
        return rows.containsKey(wanted);
    }

    /** Removes a row; returns whether there was one. */
    public boolean remove(K unwanted) {
        return rows.remove(unwanted) != null;
    }

    /** Returns a copy of the rows. */
    public List<T> all() {
        return List.copyOf(rows.values());
    }

    /** Returns the rows. */
    public Stream<T> stream() {
        return rows.values().stream();
    }
}
