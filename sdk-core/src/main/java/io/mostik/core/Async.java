package io.mostik.core;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs blocking calls as futures: on virtual threads where the JDK has them, else on a bounded pool, or on the
 * embedder's executor. Cancelling a future interrupts its call, which closes the call's socket. Thread-safe.
 */
public final class Async implements AutoCloseable {

    private static final int POOL_THREADS = 100;
    private static final int POOL_QUEUE = 100_000;
    private static final int IDLE_SECONDS = 10;

    private final Executor executor;
    private final boolean owned;

    private Async(Executor executor, boolean owned) {
        this.executor = executor;
        this.owned = owned;
    }

    /** Returns one with threads of its own, started when needed; {@link #close()} ends them. */
    public static Async create() {
        return new Async(virtualThreads(), true);
    }

    /** Returns one on the embedder's executor, which is not closed here. */
    public static Async on(Executor executor) {
        return new Async(Objects.requireNonNull(executor, "executor"), false);
    }

    /**
     * Starts a blocking call.
     *
     * @return its future; cancelling it interrupts the call
     */
    public <T> CompletableFuture<T> call(Supplier<T> work) {
        InterruptibleFuture<T> future = new InterruptibleFuture<>(Objects.requireNonNull(work, "work"));
        run(future);
        return future;
    }

    void run(Runnable task) {
        executor.execute(task);
    }

    /** Ends the threads; calls under way are interrupted. Does nothing to an embedder's executor. */
    @Override
    public void close() {
        if (owned && executor instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }

    /** Virtual threads exist from JDK 21 on; this class also runs on 17. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return boundedPool();
        }
    }

    private static ExecutorService boundedPool() {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "mostik-async");
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                POOL_THREADS,
                POOL_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(POOL_QUEUE),
                threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
