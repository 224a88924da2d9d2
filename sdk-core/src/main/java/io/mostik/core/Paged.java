package io.mostik.core;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is fetched page by page while it is walked; nothing is sent before. Each walk asks the vendor again.
 * Immutable and thread-safe; an iterator belongs to one thread.
 *
 * <pre>{@code
 * for (Order order : remonline.orders().list(query)) { ... }                // one request a page, as it is needed
 * List<Order> first = remonline.orders().list(query).stream().limit(10).toList();
 * }</pre>
 *
 * <p>A walk ends at the page that names no next one, and never ends early without an exception. A page that brings only rows
 * that came before, a token that comes again, more than 50 empty pages in a row, and a last page before as many rows as the
 * vendor counts end it with a {@link DecodingException} that names the page, after all rows that came were handed on.
 * {@link #endingAtRepeats()} takes such a page for the end.
 *
 * <p>Rows that leave a list while it is read move those behind them up, into pages that were read already. Where rows are
 * told apart by a key and the vendor counts them, a smaller count shows that, and those pages are read once more. A row that
 * comes in the same moment hides it: where none may be missing, ask for an order in which new rows come first.
 *
 * @param <T> what the list holds
 */
public final class Paged<T> implements Iterable<T> {

    private final String first;
    private final Function<String, Page<T>> source;
    private final PageIterator.Walk<T> walk;
    private final int ahead;
    private final Supplier<Async> async;

    private Paged(
            String first,
            Function<String, Page<T>> source,
            PageIterator.Walk<T> walk,
            int ahead,
            Supplier<Async> async) {
        this.first = first;
        this.source = source;
        this.walk = walk;
        this.ahead = ahead;
        this.async = async;
    }

    /**
     * Returns a list whose pages are named by tokens.
     *
     * @param first token of the first page
     * @param source fetches the page of a token
     */
    public static <T> Paged<T> of(String first, Function<String, Page<T>> source) {
        return new Paged<>(
                Objects.requireNonNull(first, "first"),
                Objects.requireNonNull(source, "source"),
                new PageIterator.Walk<>(Optional.empty(), false, ProgressListener.none(), TimeSource.system()),
                0,
                ReadAhead::threads);
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
    public Paged<T> distinctBy(Function<? super T, ?> key) {
        return walked(new PageIterator.Walk<>(Optional.of(key), walk.lenient(), walk.progress(), walk.time()));
    }

    /**
     * Returns this list ending without a failure where a page or token comes again, or the vendor's count is not
     * reached. Rows may be missing then; for vendors that are known to answer so behind the last page.
     */
    public Paged<T> endingAtRepeats() {
        return walked(new PageIterator.Walk<>(walk.key(), true, walk.progress(), walk.time()));
    }

    /**
     * Returns this list telling how far a walk is: items so far, of how many if the vendor says so, how long its calls
     * waited. Told on the walking thread after a page, at most a few times a second, and at the end.
     */
    public Paged<T> progress(ProgressListener listener) {
        return progress(listener, walk.time());
    }

    Paged<T> progress(ProgressListener listener, TimeSource time) {
        Objects.requireNonNull(listener, "listener");
        return walked(new PageIterator.Walk<>(walk.key(), walk.lenient(), listener, time));
    }

    private Paged<T> walked(PageIterator.Walk<T> newWalk) {
        return new Paged<>(first, source, newWalk, ahead, async);
    }

    /**
     * Returns this list reading ahead: while the items of one page are used, the next ones are fetched on threads of
     * the SDK. Off by default. At most so many pages are asked for before they are needed, so that one more than that
     * are in memory; a page that fails does so when its turn comes. The limits of the vendor hold: where it permits one
     * call at a time, pages come one at a time. Where they are numbered and the vendor says how many items there are,
     * several are asked for at once, otherwise each once the one before has come.
     *
     * <p>Closing the {@link #stream()} cancels what is under way. A walk that is left before its end asks for no more
     * than what was permitted to be ahead; no thread waits for it.
     *
     * @param pages so many pages ahead; 0 for none
     */
    public Paged<T> prefetch(int pages) {
        return new Paged<>(first, source, walk, notNegative(pages), async);
    }

    /**
     * Returns this list {@link #prefetch(int) reading ahead} on the given threads, such as those of a runtime.
     *
     * @param pages so many pages ahead; 0 for none
     * @param threads where the pages are fetched; it may be busy: a page it has not begun to fetch when its turn comes
     *     is fetched by the walking thread
     */
    public Paged<T> prefetch(int pages, Async threads) {
        Objects.requireNonNull(threads, "threads");
        return new Paged<>(first, source, walk, notNegative(pages), () -> threads);
    }

    private static int notNegative(int pages) {
        if (pages < 0) {
            throw new IllegalArgumentException("pages must not be negative");
        }
        return pages;
    }

    /** Returns the pages, each fetched when it is asked for, or ahead after {@link #prefetch}. */
    public Iterable<Page<T>> pages() {
        return this::begin;
    }

    /** Returns the items of all pages. */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /**
     * Returns the items of all pages; the next page is fetched when the items of the one before are used up, or ahead
     * after {@link #prefetch}. Needs closing only to cancel what is fetched ahead.
     */
    public Stream<T> stream() {
        PageIterator<T> begun = begin();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(begun, Spliterator.ORDERED), false)
                .onClose(begun::close)
                .flatMap(page -> page.items().stream());
    }

    /** Returns the items of all pages in memory. Prefer walking where a list may be long. */
    public List<T> toList() {
        try (Stream<T> items = stream()) {
            return items.toList();
        }
    }

    private PageIterator<T> begin() {
        ProgressMeter meter = ProgressMeter.start("items", walk.progress(), walk.time());
        Function<String, Page<T>> counted = token -> meter.during(() -> source.apply(token));
        PageSource<T> pages = ahead == 0 ? source::apply : new ReadAhead<>(first, counted, ahead, async.get());
        return new PageIterator<>(first, pages, source, walk, meter);
    }
}
