package io.mostik.spring.boot;

import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceWrites;
import java.time.Duration;
import java.util.function.Consumer;

/** Makes {@linkplain Outbox outboxes}; a bean. Thread-safe. */
public final class Outboxes {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration KEEP = Duration.ofDays(400);

    private final Once once;
    private final TransactionStore transactions;
    private final OutboxRunner runner;

    Outboxes(Once once, TransactionStore transactions, OutboxRunner runner) {
        this.once = once;
        this.transactions = transactions;
        this.runner = runner;
    }

    /**
     * Returns an outbox. One for each name; ids are remembered for 400 days.
     *
     * @param name 1 to 52 characters of {@code a-z 0-9 . / -}; must stay the same
     * @param type the message: a record, say, that JSON can hold
     * @param handler handles one message; what it throws means that the message is tried again
     * @throws IllegalArgumentException if the name is in use already
     */
    public <M> Outbox<M> open(String name, Class<M> type, Consumer<? super M> handler) {
        Kind<M, Void, Boolean> kind = Kind.builder("outbox/" + name, type, Void.class, Boolean.class)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.STORED)
                .lease(LEASE)
                .settling(Duration.ZERO)
                .keep(KEEP)
                .renewed()
                .build();
        OnceWrites<M, Void, Boolean> writes = once.writes(kind, new OutboxSteps<>(handler));
        runner.add(writes);
        return new Outbox<>(writes, transactions, runner);
    }
}
