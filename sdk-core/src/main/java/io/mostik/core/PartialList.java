package io.mostik.core;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Rows of an answer of which some were left out because they could not be read: a list of the others that knows how many.
 * Immutable. Read with {@link io.mostik.core.http.CallOptions#skippingUnreadable}; code that decides by the
 * length of a page whether another one follows must use {@link #came}, not {@code size()}.
 *
 * @param <T> what the list holds
 */
public final class PartialList<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> rows;
    private final int skipped;

    private PartialList(List<T> rows, int skipped) {
        this.rows = rows;
        this.skipped = skipped;
    }

    /**
     * Returns an unchangeable list.
     *
     * @param skipped how many rows it lacks
     */
    public static <T> List<T> of(List<? extends T> rows, int skipped) {
        List<T> copy = List.copyOf(rows);
        return skipped == 0 ? copy : new PartialList<>(copy, skipped);
    }

    /** Returns an unchangeable copy of a list that lacks as many rows. */
    public static <T> List<T> copyOf(List<T> rows) {
        return rows instanceof PartialList ? rows : List.copyOf(rows);
    }

    /** Returns the list of what each row becomes, which lacks as many rows. */
    public static <T, R> List<R> map(List<T> rows, Function<? super T, ? extends R> each) {
        List<R> mapped = rows.stream().<R>map(each).toList();
        return of(mapped, skipped(rows));
    }

    /** Returns how many rows were left out of a list; 0 for any other list. */
    public static int skipped(List<?> rows) {
        return rows instanceof PartialList<?> some ? some.skipped : 0;
    }

    /** Returns how many rows the vendor sent: those of the list, and those left out of it. */
    public static int came(List<?> rows) {
        return rows.size() + skipped(rows);
    }

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
