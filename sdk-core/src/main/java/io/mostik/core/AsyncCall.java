package io.mostik.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * A blocking call under way on another thread, as {@link Async#call} starts it. Cancelling it, or a future that was derived
 * from it, interrupts the call, which closes its socket. Thread-safe.
 *
 * <pre>{@code
 * AsyncCall<Created> call = async.call(() -> orders.create(order));
 * call.cancel(true);
 * call.ended().whenComplete((created, failure) -> show(created, failure));   // failure is an SdkException, with its outcome
 * }</pre>
 *
 * <p>{@link #join()} and {@link #get()} on a thread that itself runs such a call do the work there if no thread has begun it,
 * so calls within calls end, however few threads there are.
 *
 * @param <T> what the call returns
 */
public final class AsyncCall<T> extends InterruptibleFuture<T> {

    AsyncCall(Supplier<T> task) {
        super(task);
    }

    /**
     * Returns a future of the call itself: it is completed when the call has really ended, with its value or its failure, even
     * where this future was cancelled or timed out before. A call that never began fails with a {@link TransportException}
     * whose outcome is {@link Outcome#NOT_SENT}.
     */
    public CompletableFuture<T> ended() {
        return work().copy();
    }

    @Override
    public T join() {
        runIfWorking();
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        runIfWorking();
        return super.get();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Derived<>(this);
    }

    /** What was made of a call, such as by {@code thenApply}. */
    private static final class Derived<U> extends CompletableFuture<U> {

        private final AsyncCall<?> source;

        Derived(AsyncCall<?> source) {
            this.source = source;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled) {
                source.cancel(mayInterruptIfRunning);
            }
            return cancelled;
        }

        @Override
        public U join() {
            source.runIfWorking();
            return super.join();
        }

        @Override
        public U get() throws InterruptedException, ExecutionException {
            source.runIfWorking();
            return super.get();
        }

        @Override
        public <V> CompletableFuture<V> newIncompleteFuture() {
            return new Derived<>(source);
        }
    }
}
