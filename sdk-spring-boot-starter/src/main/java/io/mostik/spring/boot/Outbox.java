package io.mostik.spring.boot;

import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.OpenWrite;
import java.util.stream.Stream;

/**
 * Messages that are stored in the application's own transaction and handled after its commit: one that is rolled back is
 * never handled, one that is committed survives the process. Made by {@link Outboxes}. Thread-safe, on several nodes with one
 * database too.
 *
 * <pre>{@code
 * @Bean
 * Outbox<Grant> allowances(Outboxes outboxes, CardWorkflows cards) {
 *     return outboxes.open("courier-allowances", Grant.class, grant -> cards.allowances().grant(grant));
 * }
 *
 * @Transactional
 * void accept(Order order) {
 *     orders.save(order);
 *     allowances.put(order.id(), new Grant(order.card(), order.id(), order.sum()));
 * }
 * }</pre>
 *
 * <p>A handler runs once, and again only if it threw or its process died inside it; so what it writes to a vendor goes
 * through a workflow, which sends once. A message whose handler fails is tried again after 1, 2, 4 … 60 minutes until it is
 * a dead letter.
 *
 * @param <M> the message
 */
public final class Outbox<M> {

    private final OnceWrites<M, Void, Boolean> writes;
    private final TransactionStore transactions;
    private final OutboxRunner runner;

    Outbox(OnceWrites<M, Void, Boolean> writes, TransactionStore transactions, OutboxRunner runner) {
        this.writes = writes;
        this.transactions = transactions;
        this.runner = runner;
    }

    /**
     * Stores a message in the transaction of this thread.
     *
     * @param id tells it from every other message of this outbox; the same id again stores nothing
     * @return whether it is new
     * @throws IllegalStateException if no transaction is under way
     * @throws io.mostik.core.once.KeyReuseException if the id came with another message before
     */
    public boolean put(String id, M message) {
        boolean isNew = transactions.<Boolean>in(store -> writes.in(store).plan(id, message));
        if (isNew) {
            runner.wakeAfterCommit();
        }
        return isNew;
    }

    /** Returns the messages that are not handled yet, dead letters among them. */
    public Stream<OpenWrite> pending() {
        return writes.pending();
    }

    @Override
    public String toString() {
        return "Outbox[" + writes.kind().name() + "]";
    }
}
