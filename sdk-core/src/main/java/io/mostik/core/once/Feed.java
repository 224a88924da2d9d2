package io.mostik.core.once;

import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Delivers the records that changed since the last poll, in the order of their last change. Each state of a record is
 * delivered at least once, and once unless a process dies between handling a record and keeping the position; a record
 * that changes several times between two polls comes in its last state.
 *
 * <pre>{@code
 * Feed<Order> feed = Feed.of(store, time, "erp/orders", source).overlap(Duration.ofMinutes(5));
 * FeedPoll poll = feed.poll(order -> copy.put(order.id(), order));
 * if (poll.isBusy()) { … }                       // another node reads at this moment
 * }</pre>
 *
 * <p>On any number of nodes one reads under a name at a time; the others deliver nothing and say so. Position and lease
 * are one {@link Checkpoint}. The position is kept after each page, and when the consumer throws: the record it threw
 * at comes again with the next poll. It never passes the time of the request, so a record dated ahead hides nothing.
 * Each walk looks back by the overlap and the time the poll took, and leaves out what was delivered. A poll of one page
 * costs three round trips to the store, each further page that moves the position one.
 *
 * <p>An engine that keeps positions itself polls with {@link #poll(Optional, Consumer)}: state in, state out, nothing
 * kept here. Immutable and thread-safe.
 *
 * @param <T> the type of the records
 */
public final class Feed<T> {

    private final StateStore store;
    private final TimeSource time;
    private final String key;
    private final FeedSource<T> source;
    private final FeedSettings settings;

    private Feed(StateStore store, TimeSource time, String key, FeedSource<T> source, FeedSettings settings) {
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
        this.key = StateStore.checkKey(key);
        this.source = Objects.requireNonNull(source, "source");
        this.settings = settings;
    }

    /**
     * Returns a feed that starts at the beginning, looks back 2 minutes and has a lease of 2 minutes.
     *
     * @param key where its position is stored, at most {@value StateStore#LONGEST_KEY} characters
     */
    public static <T> Feed<T> of(StateStore store, TimeSource time, String key, FeedSource<T> source) {
        return new Feed<>(store, time, key, source, FeedSettings.DEFAULT);
    }

    /** Returns this feed starting at a time when it is polled for the first time; at the beginning by default. */
    public Feed<T> since(Instant first) {
        Objects.requireNonNull(first, "since");
        return with(settings.withSince(first));
    }

    /**
     * Returns this feed looking back so far behind what it has seen, for records that appear late at the vendor; 2
     * minutes by default. The records within it are remembered, about 25,000 at most.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Feed<T> overlap(Duration back) {
        return with(settings.withOverlap(back));
    }

    /**
     * Returns this feed with another lease: how long others are kept out after the process that reads has died. 2
     * minutes by default; it is renewed in the background while a poll lasts, however slow the consumer.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Feed<T> lease(Duration length) {
        return with(settings.withLease(length));
    }

    /**
     * Returns this feed keeping its position after each record, for consumers that must not see a record again after a
     * crash. Costs one round trip to the store for each record.
     */
    public Feed<T> everyRecord() {
        return with(settings.withEveryRecord());
    }

    /**
     * Returns this feed with another listener, which is notified how each poll under its name ended; none by default.
     */
    public Feed<T> listener(FeedListener listener) {
        Objects.requireNonNull(listener, "listener");
        return with(settings.withListener(listener));
    }

    /**
     * Returns this feed telling how many records a poll has delivered so far, at most a few times a second and when the poll is
     * over; of how many is not known. Told on the thread that polls.
     */
    public Feed<T> progress(ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        return with(settings.withProgress(listener));
    }

    private Feed<T> with(FeedSettings newSettings) {
        return new Feed<>(store, time, key, source, newSettings);
    }

    /**
     * Delivers what has changed since the last poll under this name, and keeps the position.
     *
     * @throws io.mostik.core.StateStoreException if the store fails, or the position was written by a later release
     * @throws IllegalStateException if more records changed within the overlap than a position can remember
     */
    public FeedPoll poll(Consumer<? super T> consumer) {
        Objects.requireNonNull(consumer, "consumer");
        return told(() -> {
            Optional<Checkpoint> opened = Checkpoint.tryOpen(store, time, key, settings.lease());
            if (opened.isEmpty()) {
                return FeedPoll.BUSY;
            }
            try (Checkpoint checkpoint = opened.get()) {
                return run(checkpoint.position(), FeedKeeper.of(checkpoint), consumer);
            }
        });
    }

    /**
     * Delivers what has changed since a state, and keeps nothing: for engines that keep positions themselves. The
     * caller sees to it that one reads at a time. If the consumer throws, all records of this call come again.
     *
     * @param state what the call before returned, also with an earlier release; empty to begin
     * @return the state for the next call
     */
    public String poll(Optional<String> state, Consumer<? super T> consumer) {
        String[] last = {""};
        FeedPoll unused = poll(state, consumer, next -> last[0] = next);
        return last[0];
    }

    /**
     * Like {@link #poll(Optional, Consumer)}, and hands over the state after each page and when the consumer throws, so
     * that less has to come again.
     */
    public FeedPoll poll(Optional<String> state, Consumer<? super T> consumer, Consumer<? super String> states) {
        Objects.requireNonNull(consumer, "consumer");
        return told(() -> run(state, FeedKeeper.handing(states), consumer));
    }

    private FeedPoll run(Optional<String> state, FeedKeeper keeper, Consumer<? super T> consumer) {
        ProgressMeter meter = ProgressMeter.start("records", settings.progress(), time);
        Consumer<T> counted = row -> {
            consumer.accept(row);
            meter.add(1);
        };
        try {
            return new FeedRun<>(source, settings, state(state), keeper, counted).run(store, time);
        } finally {
            meter.end();
        }
    }

    private FeedPoll told(Supplier<FeedPoll> poll) {
        long start = time.nanoTime();
        FeedPoll ended;
        try {
            ended = poll.get();
        } catch (RuntimeException | Error e) {
            tell(heard -> heard.failed(key, e, Duration.ofNanos(time.nanoTime() - start)));
            throw e;
        }
        tell(heard -> heard.polled(key, ended, Duration.ofNanos(time.nanoTime() - start)));
        return ended;
    }

    private void tell(Consumer<FeedListener> event) {
        try {
            event.accept(settings.listener());
        } catch (RuntimeException e) {
            OnceEvents.warn("feed listener failed: " + e.getClass().getName());
        }
    }

    /** Returns up to when everything was delivered, by the vendor's times; empty before the first poll. */
    public Optional<Instant> upTo() {
        return state(Checkpoint.peek(store, key)).upTo();
    }

    /** Returns the state that is kept, for {@link #poll(Optional, Consumer)}; empty before the first poll. */
    public Optional<String> state() {
        return Checkpoint.peek(store, key);
    }

    /**
     * Forgets the position: the next poll starts from the beginning.
     *
     * @return whether it did; false while another thread or node reads
     */
    public boolean forget() {
        return Checkpoint.tryOpen(store, time, key, settings.lease())
                .map(Checkpoint::forget)
                .orElse(false);
    }

    private FeedState state(Optional<String> text) {
        return text.map(source::upgrade).map(FeedState::parse).orElseGet(FeedState::new);
    }

    @Override
    public String toString() {
        return "Feed[" + key + "]";
    }
}
