package io.mostik.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks pages to the last. Where the vendor contradicts itself, the walk fails with the number of the page: a list that ends
 * early in silence looks whole.
 */
final class PageIterator<T> implements Iterator<Page<T>>, AutoCloseable {

    private final PageSource<T> source;
    private final Function<String, Page<T>> rereads;
    private final Optional<Function<? super T, ?>> key;
    private final boolean lenient;
    private final ProgressMeter progress;
    private final PageCheck check;
    private final Set<Object> keys = new HashSet<>();
    private final List<String> read = new ArrayList<>();
    private OptionalLong counted = OptionalLong.empty();
    private List<T> before = List.of();
    private @Nullable String token;
    private @Nullable Page<T> ready;
    private @Nullable DecodingException fault;

    /** @param rereads fetches a page that was read before */
    PageIterator(
            String first,
            PageSource<T> source,
            Function<String, Page<T>> rereads,
            Walk<T> walk,
            ProgressMeter progress) {
        this.token = first;
        this.source = source;
        this.rereads = rereads;
        this.key = walk.key();
        this.lenient = walk.lenient();
        this.progress = progress;
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
        List<T> fresh = withSlipped(wanted, page, fresh(page));
        before = page.items();
        Optional<DecodingException> found = check.faultAfter(page, fresh.size());
        fault = lenient ? null : found.orElse(null);
        progress.total(page.total());
        progress.add(PartialList.came(fresh));
        token = found.isPresent() || check.isOver() ? null : page.next().orElse(null);
        if (token == null) {
            close();
        }
        return fresh.isEmpty() ? null : new Page<>(fresh, page.next(), page.total());
    }

    /** Returns the rows of a page, before them those that have moved up into pages that were read already. */
    private List<T> withSlipped(String wanted, Page<T> page, List<T> fresh) {
        long left = key.isPresent() ? left(counted, page.total()) : 0;
        OptionalLong now = page.total();
        List<T> slipped = new ArrayList<>();
        for (int at = read.size() - 1; at >= 0 && left > 0; at--) {
            Page<T> again = rereads.apply(read.get(at));
            slipped.addAll(fresh(again));
            left += left(now, again.total()) - again.items().size();
            now = again.total();
        }
        read.add(wanted);
        counted = page.total();
        if (slipped.isEmpty()) {
            return fresh;
        }
        slipped.addAll(fresh);
        return PartialList.of(slipped, page.skipped());
    }

    private static long left(OptionalLong before, OptionalLong now) {
        return before.isPresent() && now.isPresent() ? Math.max(0, before.getAsLong() - now.getAsLong()) : 0;
    }

    private Page<T> ask(String wanted) {
        try {
            Page<T> page = source.page(wanted);
            check.received(wanted, page);
            return page;
        } catch (RuntimeException | Error e) {
            progress.end();
            throw e;
        }
    }

    private List<T> fresh(Page<T> page) {
        if (key.isPresent()) {
            List<T> unseen = page.items().stream()
                    .filter(item -> keys.add(key.get().apply(item)))
                    .toList();
            return PartialList.of(unseen, page.skipped());
        }
        return page.items().equals(before) && !check.expectsEqualPage(page.total()) ? List.of() : page.items();
    }
}
