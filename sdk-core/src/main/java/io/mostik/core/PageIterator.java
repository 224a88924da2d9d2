package io.mostik.core;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks pages to the last. Where the vendor contradicts itself, the walk fails with the number of the page: a list that ends
 * early in silence looks whole.
 */
final class PageIterator<T> implements Iterator<Page<T>>, AutoCloseable {

    private final PageSource<T> source;
    private final Optional<Function<? super T, ?>> key;
    private final boolean lenient;
    private final ProgressMeter progress;
    private final TimeSource time;
    private final PageCheck check;
    private final Set<Object> keys = new HashSet<>();
    private List<T> before = List.of();
    private @Nullable String token;
    private @Nullable Page<T> ready;
    private @Nullable DecodingException fault;

    PageIterator(String first, PageSource<T> source, Walk<T> walk) {
        this.token = first;
        this.source = source;
        this.key = walk.key();
        this.lenient = walk.lenient();
        this.time = walk.time();
        this.progress = ProgressMeter.start("items", walk.progress(), walk.time());
        this.check = new PageCheck(key.isPresent());
    }

    /**
     * How a list is walked.
     *
     * @param key tells rows apart, where that is wanted
     * @param lenient whether a repeated page or token counts as the end
     */
    record Walk<T>(Optional<Function<? super T, ?>> key, boolean lenient, ProgressListener progress, TimeSource time) {}

    @Override
    public boolean hasNext() {
        while (ready == null && token != null) {
            ready = fetch(token);
        }
        if (ready == null && fault != null) {
            throw fault;
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

    /** Ends the walk: nothing more is asked for, and what was asked for ahead is cancelled. */
    @Override
    public void close() {
        token = null;
        source.close();
        progress.end();
    }

    /** Returns the page without rows that were seen before; null if nothing is left of it. A fault waits until it is used. */
    private @Nullable Page<T> fetch(String wanted) {
        Page<T> page = ask(wanted);
        List<T> fresh = fresh(page);
        before = page.items();
        Optional<DecodingException> found = check.faultAfter(page, fresh.size());
        fault = lenient ? null : found.orElse(null);
        progress.total(page.total());
        progress.add(fresh.size());
        token = found.isPresent() || check.isOver() ? null : page.next().orElse(null);
        if (token == null) {
            close();
        }
        return fresh.isEmpty() ? null : new Page<>(fresh, page.next(), page.total());
    }

    private Page<T> ask(String wanted) {
        long start = time.nanoTime();
        try {
            Page<T> page = source.page(wanted);
            check.received(wanted, page);
            return page;
        } catch (RuntimeException | Error e) {
            progress.end();
            throw e;
        } finally {
            progress.waited(Duration.ofNanos(time.nanoTime() - start));
        }
    }

    private List<T> fresh(Page<T> page) {
        if (key.isPresent()) {
            return page.items().stream()
                    .filter(item -> keys.add(key.get().apply(item)))
                    .toList();
        }
        return page.items().equals(before) && !check.expectsEqualPage(page.total()) ? List.of() : page.items();
    }
}
