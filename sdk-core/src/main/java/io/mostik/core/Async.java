package io.mostik.core;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Runs blocking calls as futures: on virtual threads where the JDK has them (21 and later), else on a bounded pool, or on the
 * embedder's executor. Thread-safe.
 *
 * <pre>{@code
 * try (Async async = Async.create()) {
 *     AsyncCall<Order> first = async.call(() -> remonline.orders().get(1));
 *     AsyncCall<Order> second = async.call(() -> remonline.orders().get(2));
 *     show(first.join(), second.join());
 * }
 * }</pre>
 *
 * <p>Every future ends: one whose work never began, as the executor was full or closed, fails with a
 * {@link TransportException} whose outcome is {@link Outcome#NOT_SENT}. Cancelling a future interrupts its call;
 * {@link AsyncCall#ended()} tells how it ended. Own threads inherit no thread locals and no context class loader.
 */
public final class Async implements AutoCloseable {

    private final Executor executor;

    private Async(Executor executor) {
        this.executor = executor;
    }

    /** Returns one with threads of its own, started when needed; {@link #close()} ends them. */
    public static Async create() {
        return new Async(AsyncThreads.ofThisJdk());
    }

    /** Returns one on the embedder's executor, which is not closed here. */
    public static Async on(Executor executor) {
        return new Async(Objects.requireNonNull(executor, "executor"));
    }

    /**
     * Starts a blocking call. Does not fail itself: an executor that takes no more work fails the future.
     *
     * @return its future; cancelling it interrupts the call
     */
    public <T> AsyncCall<T> call(Supplier<T> work) {
        AsyncCall<T> future = new AsyncCall<>(Objects.requireNonNull(work, "work"));
        try {
            run(future);
        } catch (RejectedExecutionException e) {
            future.giveUp("not begun: the executor takes no more work");
        }
        return future;
    }

    /** @throws RejectedExecutionException if the executor takes no more work */
    void run(Runnable task) {
        executor.execute(task);
    }

    /** Ends own threads: calls under way are interrupted, waiting ones fail. Does nothing to an embedder's executor. */
    @Override
    public void close() {
        if (!(executor instanceof AsyncThreads threads)) {
            return;
        }
        for (Runnable waiting : threads.close()) {
            if (waiting instanceof InterruptibleFuture<?> future) {
                future.giveUp("not begun: closed before its turn");
            }
        }
    }
}
