package io.mostik.core;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls as futures: on virtual threads where the JDK has them (21 and later), else on a bounded pool, or
 * on the embedder's executor. Thread-safe.
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
    private final UnaryOperator<Runnable> decorator;

    private Async(Executor executor, UnaryOperator<Runnable> decorator) {
        this.executor = executor;
        this.decorator = decorator;
    }

    /** Returns one with threads of its own, started when needed; {@link #close()} ends them. */
    public static Async create() {
        return new Async(AsyncThreads.ofThisJdk(), UnaryOperator.identity());
    }

    /** Returns one on the embedder's executor, which is not closed here. */
    public static Async on(Executor executor) {
        return new Async(Objects.requireNonNull(executor, "executor"), UnaryOperator.identity());
    }

    /**
     * Returns this one with what carries the context of the caller - the current span, the tenant, the log's marks - over to
     * the thread that does the work. {@link #close()} of either ends the threads of both.
     *
     * <pre>{@code
     * Async traced = async.taskDecorator(task -> Context.current().wrap(task));   // OpenTelemetry
     * }</pre>
     *
     * @param newDecorator called on the thread that starts the work; what it returns runs on the other, and must run the task
     *     that was given to it
     */
    public Async taskDecorator(UnaryOperator<Runnable> newDecorator) {
        return new Async(executor, Objects.requireNonNull(newDecorator, "taskDecorator"));
    }

    /**
     * Starts a blocking call. Does not fail itself: an executor that takes no more work fails the future.
     *
     * @return its future; cancelling it interrupts the call
     */
    public <T> AsyncCall<T> call(Supplier<T> work) {
        AsyncCall<T> future = new AsyncCall<>(inContext(Objects.requireNonNull(work, "work")));
        try {
            run(future);
        } catch (RejectedExecutionException e) {
            future.giveUp("not begun: the executor takes no more work");
        }
        return future;
    }

    /** Returns the work in the context of this thread. */
    <T> Supplier<T> inContext(Supplier<T> work) {
        AtomicReference<@Nullable Supplier<T>> end = new AtomicReference<>();
        Runnable decorated;
        try {
            decorated = Objects.requireNonNull(decorator.apply(() -> run(work, end)), "decorated task");
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
        return () -> {
            decorate(decorated, end);
            Supplier<T> known = end.get();
            if (known == null) {
                throw new IllegalStateException("the task decorator has not run the task");
            }
            return known.get();
        };
    }

    /** How the work ended counts, whatever the decorator makes of it. */
    private static <T> void decorate(Runnable decorated, AtomicReference<@Nullable Supplier<T>> end) {
        try {
            decorated.run();
        } catch (RuntimeException e) {
            if (end.get() == null) {
                throw e;
            }
        }
    }

    private static <T> void run(Supplier<T> work, AtomicReference<@Nullable Supplier<T>> end) {
        try {
            T result = work.get();
            end.set(() -> result);
        } catch (RuntimeException | Error e) {
            end.set(() -> {
                throw e;
            });
            throw e;
        }
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
