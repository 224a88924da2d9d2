package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Events that are stored first, acknowledged to the sender, and handled later: none is lost to a crash, a slow handler
 * keeps no sender waiting, and one that fails is tried again after 1, 2, 4 … 60 minutes until it is a dead letter. An event
 * that comes again under the same id is not stored again. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * Inbox<Order> inbox = Inbox.builder(once, "shop", orders::read).open(order -> crm.note(order));
 * inbox.start(executor);              // or inbox.run() from a scheduler of your own
 * inbox.accept(id, order, text);      // true if it is new; durable when this returns
 * }</pre>
 *
 * <p>A handler runs once, and again only if it threw or its process died inside it. What it writes to a vendor should go
 * through {@link OnceWrites#perform}, under an id taken from the event. An event is kept until it is handled; afterwards
 * only its id stays, for {@link InboxBuilder#keep}.
 *
 * <p>A started inbox holds at most 1,000 events in memory that wait for a thread; the rest wait in the store.
 *
 * @param <E> the event
 */
public final class Inbox<E> implements AutoCloseable {

    private static final int ROOM_PER_MILLISECOND = 19;
    private static final int LONGEST_WAIT = 60;
    private static final int MOST_IN_MEMORY = 1_000;

    private final Engine<Json, Void, Boolean> engine;
    private final OnceWrites<Json, Void, Boolean> writes;
    private final StateStore store;
    private final InboxSteps<E> steps;
    private final InboxRunner runner;
    private final Optional<Function<? super E, String>> order;
    private final Duration poll;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final AtomicInteger inMemory = new AtomicInteger();
    private final AtomicBoolean leftInStore = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicInteger pollsWaited = new AtomicInteger();
    private volatile Optional<Executor> executor = Optional.empty();

    Inbox(InboxBuilder<E> settings, BiConsumer<String, ? super E> handler) {
        this.store = settings.once.store();
        this.steps = new InboxSteps<>(settings.reader, handler);
        this.engine = new Engine<>(settings.kind.build(), steps, store, settings.once.time());
        this.writes = settings.once.register(engine);
        this.order = settings.order;
        this.poll = settings.poll;
        this.runner = new InboxRunner(engine, store, settings.tries, order.isPresent(), settings.listener);
    }

    /**
     * Returns a builder.
     *
     * @param name 1 to 52 characters of {@code a-z 0-9 . / -}; its ids are unique within it
     * @param reader makes an event of the text that was stored; one it throws at is kept as a dead letter
     */
    public static <E> InboxBuilder<E> builder(Once once, String name, Function<String, E> reader) {
        return new InboxBuilder<>(once, name, Objects.requireNonNull(reader, "reader"));
    }

    /** Returns its name. */
    public String name() {
        return engine.kind().name();
    }

    /**
     * Stores an event. One round trip to the store.
     *
     * @param id what tells it from every other event; an event that comes again has the same
     * @param event the event, for {@link InboxBuilder#ordered}
     * @param text the event as the reader understands it
     * @return whether it is new; false if it was stored before, whatever its state is now
     * @throws io.mostik.core.StateStoreException if it could not be stored: the sender must send it again
     */
    public boolean accept(String id, E event, String text) {
        Json asked = item(id, text, order.map(key -> key.apply(event)));
        Instant now = store.now();
        WriteRecord record = planned(id, asked).with("next", now.toEpochMilli()).in(WriteState.PLANNED, now);
        Optional<Snapshot> stored = insert(id, record);
        stored.ifPresent(snapshot -> nudge(snapshot, asked));
        return stored.isPresent();
    }

    /**
     * Stores an event that cannot be read at present as a dead letter, to be {@linkplain #replay replayed} by a release that
     * can.
     *
     * @param why the reason in a word, without content
     * @return whether it is new
     */
    public boolean acceptUnreadable(String id, String text, String why) {
        Instant now = store.now();
        WriteRecord record =
                planned(id, item(id, text, Optional.empty())).with("why", why).in(WriteState.REFUSED, now);
        return insert(id, record).isPresent();
    }

    /** Handles all that is due, one after the other, and returns how many were handled. */
    public int run() {
        return runner.run();
    }

    /**
     * Handles events on an executor from now on: what this process stores at once, and what other nodes left, every
     * {@link InboxBuilder#poll}. Unordered events are handled side by side, as many as the executor has threads.
     *
     * @return this inbox
     */
    public Inbox<E> start(Executor threads) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("inbox " + name() + " was started before");
        }
        executor = Optional.of(threads);
        tick(threads);
        return this;
    }

    /** Starts no more handlers; those that run are finished. */
    @Override
    public void close() {
        executor = Optional.empty();
    }

    /** Returns the events that are not handled yet, dead letters among them, however many. */
    public Stream<OpenWrite> pending() {
        return writes.pending();
    }

    /** Returns the dead letters: events whose last try failed, and those that could not be read. */
    public Stream<OpenWrite> deadLetters() {
        return pending().filter(open -> open.state() == WriteState.REFUSED);
    }

    /**
     * Returns an event of this inbox that is not handled yet, as its reader understands it now; empty if it has been
     * handled meanwhile, or is of another inbox.
     *
     * @throws io.mostik.core.WebhookException if it cannot be read
     */
    public Optional<E> event(OpenWrite open) {
        if (!open.kind().equals(name())) {
            return Optional.empty();
        }
        Snapshot now = engine.read(new OnceKey(open.kind(), open.ref()), Optional.empty());
        return runner.asked(now).filter(item -> now.state().isOpen()).map(steps::read);
    }

    /**
     * Makes a dead letter due again, with all its tries before it.
     *
     * @return whether it is due now; false if it is no dead letter any more
     */
    public boolean replay(OpenWrite dead) {
        Snapshot now = engine.read(new OnceKey(dead.kind(), dead.ref()), Optional.empty());
        if (!dead.kind().equals(name()) || now.state() != WriteState.REFUSED) {
            return false;
        }
        Instant at = engine.now();
        WriteRecord again = now.record()
                .in(WriteState.PLANNED, at)
                .with("next", at.toEpochMilli())
                .with("tries", null)
                .with("why", null);
        return engine.move(now, Optional.of(again), Optional.empty()).isPresent();
    }

    /** Makes all dead letters due again, and returns how many they were. */
    public int replayAll() {
        return (int) deadLetters().filter(this::replay).count();
    }

    @Override
    public String toString() {
        return "Inbox[" + name() + "]";
    }

    private WriteRecord planned(String id, Json asked) {
        return engine.content()
                .withAsked(WriteRecord.empty(), engine.kind().key(id), asked)
                .with("planned", true);
    }

    /** The record is written over nothing: a store that cannot do so has another one under this id. */
    private Optional<Snapshot> insert(String id, WriteRecord record) {
        Snapshot none = new Snapshot(engine.kind().key(id), Optional.empty(), StateStore.ABSENT, SideRecords.none());
        return new Journal(store).move(none, Optional.of(record), Optional.empty(), sides -> {});
    }

    private Json item(String id, String text, Optional<String> key) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("text", text);
        item.put("sequence", nextSequence());
        key.ifPresent(name -> item.put("order", name));
        return Json.of(item);
    }

    /** Grows with the store's clock, and by one within a millisecond of it. */
    private long nextSequence() {
        long fresh = store.now().toEpochMilli() << ROOM_PER_MILLISECOND;
        return sequence.updateAndGet(last -> Math.max(last + 1, fresh));
    }

    private void nudge(Snapshot stored, Json asked) {
        executor.ifPresent(threads -> {
            try {
                if (order.isEmpty()) {
                    hand(threads, stored, asked);
                } else if (nudged.compareAndSet(false, true)) {
                    threads.execute(this::runOrdered);
                }
            } catch (RejectedExecutionException e) {
                nudged.set(false); // the next poll takes it
            }
        });
    }

    /** Those that no thread has begun are held here, but no more than so many: the others are read again when these are done. */
    private void hand(Executor threads, Snapshot stored, Json asked) {
        if (inMemory.incrementAndGet() > MOST_IN_MEMORY) {
            leftInStore.set(true);
            leaveMemory();
            return;
        }
        try {
            threads.execute(() -> handleNow(stored, asked));
        } catch (RejectedExecutionException e) {
            leaveMemory();
            throw e;
        }
    }

    private void handleNow(Snapshot stored, Json asked) {
        try {
            boolean unusedIsDone = runner.handle(stored, asked);
        } finally {
            if (leaveMemory() == 0 && leftInStore.compareAndSet(true, false)) {
                lookNow();
            }
        }
    }

    /** Never below none: a look forgets those that an executor has dropped. */
    private int leaveMemory() {
        return inMemory.updateAndGet(some -> Math.max(0, some - 1));
    }

    private void runOrdered() {
        nudged.set(false);
        safelyRun();
    }

    /** Is due again before the work is handed over: an executor that is full, or drops it, stops nothing. */
    private void tick(Executor threads) {
        CompletableFuture.delayedExecutor(poll.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> {
                    if (executor.isPresent()) {
                        tick(threads);
                        look(threads);
                    }
                });
    }

    /** Hands over one look at a time; one that has not begun after so many polls counts as dropped. */
    private void look(Executor threads) {
        if (looking.get() || pollsWaited.getAndIncrement() % LONGEST_WAIT != 0) {
            return;
        }
        try {
            threads.execute(this::lookNow);
        } catch (RejectedExecutionException e) {
            pollsWaited.set(0); // the next poll takes it
        }
    }

    private void lookNow() {
        pollsWaited.set(0);
        nudged.set(false);
        inMemory.set(0);
        if (looking.compareAndSet(false, true)) {
            try {
                safelyRun();
            } finally {
                looking.set(false);
            }
        }
    }

    private void safelyRun() {
        try {
            int unused = run();
        } catch (RuntimeException e) { // a store that is down now is asked again with the next poll
            OnceEvents.warn(name() + " could not be run: " + e.getClass().getSimpleName());
        }
    }
}
