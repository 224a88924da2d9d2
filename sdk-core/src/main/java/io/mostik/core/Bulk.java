package io.mostik.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Many calls, so many at a time, with a result for each: one that fails does not stop the others. Immutable and
 * thread-safe.
 */
public final class Bulk {

    private static final int DEFAULT_AT_ONCE = 8;

    private final Async async;
    private final int atOnce;

    private Bulk(Async async, int atOnce) {
        this.async = async;
        this.atOnce = atOnce;
    }

    /** Returns one that makes {@value #DEFAULT_AT_ONCE} calls at a time. */
    public static Bulk on(Async async) {
        return new Bulk(Objects.requireNonNull(async, "async"), DEFAULT_AT_ONCE);
    }

    /** Returns one that makes so many calls at a time. */
    public Bulk atOnce(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls must be at least 1");
        }
        return new Bulk(async, calls);
    }

    /**
     * Makes a call for each item and waits for all.
     *
     * @return a result for each item, in the order of the items
     * @throws InterruptedException if the thread is interrupted meanwhile; calls under way are cancelled
     */
    public <I, T> List<Result<I, T>> each(Collection<I> items, Function<? super I, ? extends T> call)
            throws InterruptedException {
        Semaphore turns = new Semaphore(atOnce);
        List<I> order = List.copyOf(items);
        List<CompletableFuture<T>> started = new ArrayList<>(order.size());
        try {
            for (I item : order) {
                turns.acquire();
                CompletableFuture<T> future = async.call(() -> call.apply(item));
                started.add(future);
                CompletableFuture<T> unusedCopy = future.whenComplete((value, failure) -> turns.release());
            }
            turns.acquire(atOnce);
        } catch (InterruptedException e) {
            started.forEach(future -> future.cancel(true));
            throw e;
        }
        List<Result<I, T>> results = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            results.add(resultOf(order.get(i), started.get(i)));
        }
        return results;
    }

    private static <I, T> Result<I, T> resultOf(I item, CompletableFuture<T> done) {
        try {
            return new Result<>(item, Optional.ofNullable(done.join()), Optional.empty());
        } catch (CompletionException e) {
            return new Result<>(item, Optional.empty(), Optional.of(e.getCause() == null ? e : e.getCause()));
        } catch (CancellationException e) {
            return new Result<>(item, Optional.empty(), Optional.of(e));
        }
    }

    /**
     * What became of one item.
     *
     * @param <I> what was asked for
     * @param <T> what came back
     * @param item the item
     * @param value the answer; empty if the call failed or has no answer
     * @param failure why it failed; empty if it did not
     */
    public record Result<I, T>(I item, Optional<T> value, Optional<Throwable> failure) {

        /** Returns whether the call went well. */
        public boolean succeeded() {
            return failure.isEmpty();
        }
    }
}
