package io.mostik.core;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future that interrupts its work when it is cancelled, and never a later task of the same thread. The first thread that
 * runs it does the work; for others, running it does nothing.
 */
class InterruptibleFuture<T> extends CompletableFuture<T> implements Runnable {

    private final Supplier<T> work;
    private @Nullable Thread runner;
    private boolean begun;

    InterruptibleFuture(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            complete(work.get());
        } catch (Throwable e) {
            completeExceptionally(e);
        } finally {
            end();
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
        return cancelled;
    }

    private synchronized boolean begin() {
        if (begun || isDone()) {
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
