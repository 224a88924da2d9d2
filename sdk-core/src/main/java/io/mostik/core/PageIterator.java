package io.mostik.core;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks pages and stops where the vendor, by mistake, would never stop. */
final class PageIterator<T> implements Iterator<Page<T>>, AutoCloseable {

    private static final int MOST_STALE_PAGES = 2;

    private final PageSource<T> source;
    private final Optional<Function<? super T, ?>> key;
    private final Set<String> tokens = new HashSet<>();
    private final Set<Object> keys = new HashSet<>();
    private List<T> before = List.of();
    private @Nullable String token;
    private @Nullable Page<T> ready;

    PageIterator(String first, PageSource<T> source, Optional<Function<? super T, ?>> key) {
        this.token = first;
        this.source = source;
        this.key = key;
    }

    @Override
    public boolean hasNext() {
        if (ready == null && token != null) {
            ready = fetch(token);
        }
        return ready != null;
    }

    @Override
    public Page<T> next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        Page<T> page = ready;
        ready = null;
        return page;
    }

    /** One page with nothing new may come of rows that moved while we read; a second one says that there is no more. */
    private @Nullable Page<T> fetch(String first) {
        @Nullable String wanted = first;
        for (int stale = 0; wanted != null && stale < MOST_STALE_PAGES; stale++) {
            Page<T> page = source.page(wanted);
            tokens.add(wanted);
            wanted = page.items().isEmpty()
                    ? null
                    : page.next().filter(next -> !tokens.contains(next)).orElse(null);
            if (wanted == null) {
                source.close();
            }
            List<T> fresh = fresh(page.items());
            before = page.items();
            if (!fresh.isEmpty()) {
                token = wanted;
                return new Page<>(fresh, page.next(), page.total());
            }
        }
        close();
        return null;
    }

    /** Ends the walk: nothing more is asked for, and what was asked for ahead is cancelled. */
    @Override
    public void close() {
        token = null;
        source.close();
    }

    private List<T> fresh(List<T> items) {
        if (items.equals(before)) {
            return List.of();
        }
        return key.isEmpty()
                ? items
                : items.stream().filter(item -> keys.add(key.get().apply(item))).toList();
    }
}
