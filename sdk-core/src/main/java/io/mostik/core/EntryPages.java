package io.mostik.core;

import io.mostik.core.StateStore.Entry;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks a prefix of a {@link StateStore} page by page, so that no listing is cut and none is held in memory whole. */
final class EntryPages implements Iterator<Entry> {

    private final StateStore store;
    private final String prefix;
    private Iterator<Entry> page;
    private String after = "";
    private boolean isLastPage;

    private EntryPages(StateStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
        this.page = read();
    }

    static Stream<Entry> stream(StateStore store, String prefix) {
        return Stream.of(store)
                .flatMap(source -> StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new EntryPages(source, prefix),
                                Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                        false));
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !isLastPage) {
            page = read();
        }
        return page.hasNext();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry entry = page.next();
        after = entry.key();
        return entry;
    }

    private Iterator<Entry> read() {
        List<Entry> entries = store.list(prefix, after, StateStore.PAGE);
        isLastPage = entries.size() < StateStore.PAGE;
        return entries.iterator();
    }
}
