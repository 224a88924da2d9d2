package io.mostik.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Makes many calls, a limited number at a time, with a result for each: one that fails does not stop the others. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * List<BatchExecutor.Result<Card, CardLimits>> results =
 *         BatchExecutor.on(runtime.async()).atOnce(4).each(cards, card -> bank.limits().get(card.ucid()));
 * results.stream().filter(result -> !result.succeeded()).forEach(console::show);
 * }</pre>
 *
 * <p>No result that exists is lost. Where the executor has no thread for a call, the waiting thread makes it, so a
 * batch ends on a full executor and inside of another batch too. An interrupt ends the calls under way and is thrown as
 * {@link Interrupted}, which holds the result of every item.
 */
public final class BatchExecutor {

    private static final int DEFAULT_AT_ONCE = 8;
    private static final long PATIENCE_MILLIS = 50;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Async async;
    private final int atOnce;
    private final ProgressListener listener;

    private BatchExecutor(Async async, int atOnce, ProgressListener listener) {
        this.async = async;
        this.atOnce = atOnce;
        this.listener = listener;
    }

    /** Returns an executor that makes at most {@value #DEFAULT_AT_ONCE} calls at a time. */
    public static BatchExecutor on(Async async) {
        return new BatchExecutor(Objects.requireNonNull(async, "async"), DEFAULT_AT_ONCE, ProgressListener.none());
    }

    /** Returns a copy that makes at most this many calls at a time. */
    public BatchExecutor atOnce(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls must be at least 1");
        }
        return new BatchExecutor(async, calls, listener);
    }

    /** Returns a copy that reports how many calls have ended, successful or not. Called on the threads of the calls. */
    public BatchExecutor progress(ProgressListener newListener) {
        return new BatchExecutor(async, atOnce, Objects.requireNonNull(newListener, "newListener"));
    }

    /**
     * Makes a call for each item and waits for all.
     *
     * @return a result for each item, in the order of the items
     * @throws Interrupted if the thread is interrupted meanwhile; it holds a result for each item too: calls under way
     *     are ended, those not yet begun are not made
     */
    public <I, T> List<Result<I, T>> each(Collection<I> items, Function<? super I, ? extends T> call)
            throws InterruptedException {
        Batch<I, T> batch = new Batch<>(List.copyOf(items), call);
        try {
            batch.run();
        } catch (InterruptedException e) {
            throw new Interrupted(batch.end());
        }
        return batch.end();
    }

    /** One run of a batch; belongs to the waiting thread. */
    private final class Batch<I, T> {

        private final List<I> items;
        private final Function<? super I, ? extends T> call;
        private final Semaphore turns = new Semaphore(atOnce);
        private final List<InterruptibleFuture<T>> started = new ArrayList<>();
        private final List<CompletableFuture<T>> counted = new ArrayList<>();
        private final Deque<InterruptibleFuture<T>> notSeenBegun = new ArrayDeque<>();
        private final ProgressMeter progress = ProgressMeter.start("calls", listener, TimeSource.system());

        Batch(List<I> items, Function<? super I, ? extends T> call) {
            this.items = items;
            this.call = call;
            progress.total(OptionalLong.of(items.size()));
        }

        void run() throws InterruptedException {
            for (I item : items) {
                takeTurn();
                start(new InterruptibleFuture<>(async.<T>inContext(() -> progress.during(() -> call.apply(item)))));
            }
            for (int i = 0; i < started.size(); i++) {
                started.get(i).run();
                waitFor(counted.get(i));
            }
        }

        /** The executor may have no free thread: the waiting one then makes a call that no other has begun. */
        private void takeTurn() throws InterruptedException {
            while (!turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                InterruptibleFuture<T> next = notSeenBegun.poll();
                if (next != null) {
                    next.run();
                }
            }
        }

        private void start(InterruptibleFuture<T> future) {
            counted.add(future.work().whenComplete((value, failure) -> {
                progress.add(1);
                turns.release();
            }));
            started.add(future);
            notSeenBegun.add(future);
            try {
                async.run(future);
            } catch (RejectedExecutionException e) {
                future.run();
            }
        }

        /** Waits until a call has ended and is counted, which its own future may tell a moment earlier. */
        private void waitFor(CompletableFuture<T> future) throws InterruptedException {
            try {
                T unused = future.get();
            } catch (ExecutionException e) {
                // Part of the result.
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }

        /** Ends what is still running, and returns the result of every item. */
        List<Result<I, T>> end() {
            started.forEach(future -> future.cancel(true));
            progress.end();
            long latest = TimeSource.system().nanoTime() + LONGEST_END.toNanos();
            List<Result<I, T>> results = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                results.add(
                        i < started.size()
                                ? result(
                                        items.get(i),
                                        started.get(i),
                                        latest - TimeSource.system().nanoTime())
                                : failed(
                                        items.get(i), ended(Outcome.NOT_SENT, "not begun: the batch was interrupted")));
            }
            return results;
        }

        private Result<I, T> result(I item, InterruptibleFuture<T> future, long nanos) {
            try {
                T value = future.work().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
                return new Result<>(item, Optional.ofNullable(value), Optional.empty());
            } catch (ExecutionException e) {
                return failed(item, e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                return failed(item, ended(Outcome.UNKNOWN, "interrupted, and still going on"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed(item, ended(Outcome.UNKNOWN, "interrupted again before it ended"));
            }
        }

        private Result<I, T> failed(I item, Throwable failure) {
            return new Result<>(item, Optional.empty(), Optional.of(failure));
        }

        private TransportException ended(Outcome outcome, String text) {
            return new TransportException(text, FailureInfo.cancelled("batch", outcome, Phase.WAIT), null);
        }
    }

    /** The thread that waits for a batch was interrupted. The results of the items until then are not lost. */
    public static final class Interrupted extends InterruptedException {

        private static final long serialVersionUID = 1L;

        private final transient List<? extends Result<?, ?>> results;

        Interrupted(List<? extends Result<?, ?>> results) {
            super("interrupted; results() has the result of each item");
            this.results = results;
        }

        /**
         * Returns a result for each item, in the order of the items. A call that was under way failed with its outcome;
         * one that was not begun failed with {@link Outcome#NOT_SENT}.
         */
        public List<Result<?, ?>> results() {
            return List.copyOf(results);
        }
    }

    /**
     * The result of one item.
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

        /** Returns whether it happened, if the call failed: a failure that does not say so counts as unknown. */
        public Optional<Outcome> outcome() {
            return failure.map(why -> why instanceof SdkException told ? told.outcome() : Outcome.UNKNOWN);
        }
    }
}
