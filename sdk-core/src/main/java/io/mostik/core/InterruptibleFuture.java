package io.mostik.core;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future that interrupts its work when it is cancelled, and never a later task of the same thread. The first thread that
 * runs it does the work; for others, running it does nothing. {@link #work()} is completed when the work has ended, also
 * after a cancellation.
 */
class InterruptibleFuture<T> extends CompletableFuture<T> implements Runnable {

    /** Set in threads that run such work: where they wait for more of it, they do it themselves. */
    private static final ThreadLocal<Boolean> WORKING = new ThreadLocal<>();

    private final Supplier<T> task;
    private final CompletableFuture<T> work = new CompletableFuture<>();
    private @Nullable Thread runner;
    private boolean begun;

    InterruptibleFuture(Supplier<T> task) {
        this.task = task;
    }

    /** Returns the end of the work itself, with its value or its failure, whatever happened to this future. */
    final CompletableFuture<T> work() {
        return work;
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        Boolean before = WORKING.get();
        WORKING.set(true);
        try {
            T value = task.get();
            end();
            work.complete(value);
            complete(value);
        } catch (Throwable e) {
            end();
            work.completeExceptionally(e);
            completeExceptionally(e);
        } finally {
            if (before == null) {
                WORKING.remove();
            }
        }
    }

    /** Does the work here if this thread does such work already and no other has begun: it might never get a thread. */
    final void runIfWorking() {
        if (WORKING.get() != null) {
            run();
        }
    }

    /** Ends this future if its work has not begun, and lets it never begin. */
    final void giveUp(String why) {
        if (begin()) {
            end();
            TransportException notBegun =
                    new TransportException(why, FailureInfo.cancelled("async", Outcome.NOT_SENT, Phase.WAIT), null);
            work.completeExceptionally(notBegun);
            completeExceptionally(notBegun);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        synchronized (this) {
            if (cancelled && runner != null) {
                runner.interrupt();
            }
        }
        if (cancelled) {
            giveUp("cancelled before it began");
        }
        return cancelled;
    }

    private synchronized boolean begin() {
        if (begun) {
            return false;
        }
        begun = true;
        runner = Thread.currentThread();
        return true;
    }

    private synchronized void end() {
        runner = null;
        if (isCancelled()) {
            Thread.interrupted();
        }
    }
}
