package io.mostik.core.once;

import io.mostik.core.json.Json;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.SecretKey;

/**
 * Collects the settings of an {@link Inbox}.
 *
 * @param <E> the event
 */
public final class InboxBuilder<E> {

    static final String PREFIX = "webhook/";

    private static final Duration LEASE = Duration.ofSeconds(10);

    final Once once;
    final Function<String, E> reader;
    final Kind.Builder<Json, Void, Boolean> kind;
    int tries = 12;
    Duration poll = Duration.ofSeconds(10);
    Optional<Function<? super E, String>> order = Optional.empty();
    InboxListener listener = InboxListener.NONE;

    InboxBuilder(Once once, String name, Function<String, E> reader) {
        this.once = Objects.requireNonNull(once, "once");
        this.reader = reader;
        this.kind = Kind.builder(PREFIX + name, Json.class, Void.class, Boolean.class)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.STORED)
                .contentUntilDone()
                .lease(LEASE)
                .settling(Duration.ZERO)
                .keep(Duration.ofDays(30))
                .renewed();
    }

    /** Sets how long the id of an event that was handled is remembered; 30 days by default. A copy that comes later is new. */
    public InboxBuilder<E> keep(Duration length) {
        kind.keep(length);
        return this;
    }

    InboxBuilder<E> lease(Duration length) {
        kind.lease(length);
        return this;
    }

    /** Sets after how many tries an event is a dead letter; 12 by default, which takes about 6 hours. */
    public InboxBuilder<E> tries(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("tries must be at least 1");
        }
        tries = most;
        return this;
    }

    /** Sets how often a started inbox looks for what other nodes left, or what is to be tried again; 10 s by default. */
    public InboxBuilder<E> poll(Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("poll must be positive");
        }
        poll = pause;
        return this;
    }

    /**
     * Handles the events of one key one after the other, in the order in which they were stored: the next begins when the
     * one before is handled or a dead letter. No order by default. Senders do not promise to send in order.
     *
     * @param key what belongs together, such as the id of an order
     */
    public InboxBuilder<E> ordered(Function<? super E, String> key) {
        order = Optional.of(Objects.requireNonNull(key, "ordered"));
        return this;
    }

    /** Keeps events encrypted with an AES key while they wait; for personal content. In clear by default. */
    public InboxBuilder<E> sealedWith(SecretKey key) {
        kind.sealedWith(key);
        return this;
    }

    /** Sets who is notified of handlers that failed; the log {@code io.mostik.once} always is. */
    public InboxBuilder<E> listener(InboxListener newListener) {
        listener = Objects.requireNonNull(newListener, "listener");
        return this;
    }

    /**
     * Returns the inbox. One for each name and process.
     *
     * @param handler handles one event; what it throws means that the event is tried again
     * @throws IllegalArgumentException if its name is in use already
     */
    public Inbox<E> open(Consumer<? super E> handler) {
        Objects.requireNonNull(handler, "handler");
        return new Inbox<>(this, (id, event) -> handler.accept(event));
    }

    /**
     * Returns the inbox, whose handler is also given the id under which an event was stored: the same at each try, also
     * where the sender gives none and the receiver made one up.
     *
     * @param handler handles one event under its id; what it throws means that the event is tried again
     * @throws IllegalArgumentException if its name is in use already
     */
    public Inbox<E> openWithIds(BiConsumer<String, ? super E> handler) {
        return new Inbox<>(this, Objects.requireNonNull(handler, "handler"));
    }
}
