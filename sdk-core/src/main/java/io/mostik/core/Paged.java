package io.mostik.core;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is fetched page by page while it is walked; nothing is sent before. Each walk asks the vendor anew. Ends
 * at the last page, at an empty page, at a token that was seen before and after two pages that bring nothing new, so that
 * a vendor's mistake cannot make it endless. Immutable and thread-safe; an iterator belongs to one thread.
 *
 * @param <T> what the list holds
 */
public final class Paged<T> implements Iterable<T> {

    private final String first;
    private final Function<String, Page<T>> source;
    private final Optional<Function<? super T, ?>> key;

    private Paged(String first, Function<String, Page<T>> source, Optional<Function<? super T, ?>> key) {
        this.first = first;
        this.source = source;
        this.key = key;
    }

    /**
     * Returns a list whose pages are named by tokens.
     *
     * @param first token of the first page
     * @param source fetches the page of a token
     */
    public static <T> Paged<T> of(String first, Function<String, Page<T>> source) {
        return new Paged<>(
                Objects.requireNonNull(first, "first"), Objects.requireNonNull(source, "source"), Optional.empty());
    }

    /**
     * Returns a list whose pages are numbered.
     *
     * @param first number of the first page, or the first offset
     * @param source fetches the page of a number; its {@link Page#next()} is a number too
     */
    public static <T> Paged<T> numbered(int first, IntFunction<Page<T>> source) {
        Objects.requireNonNull(source, "source");
        return of(Integer.toString(first), token -> source.apply(Integer.parseInt(token)));
    }

    /** Returns this list without the items whose key was seen before in the walk, as when rows move between pages. */
    public Paged<T> distinctBy(Function<? super T, ?> newKey) {
        return new Paged<>(first, source, Optional.of(newKey));
    }

    /** Returns the pages, each fetched when it is asked for. */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(first, source, key);
    }

    /** Returns the items of all pages. */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /** Returns the items of all pages; the next page is fetched when the items of the one before are used up. */
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(page -> page.items().stream());
    }

    /** Returns the items of all pages in memory. Prefer walking where a list may be long. */
    public List<T> toList() {
        return stream().toList();
    }
}
