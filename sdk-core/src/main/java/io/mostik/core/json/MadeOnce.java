package io.mostik.core.json;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something that takes long to make and is made once: by whoever needs it first, or beforehand on a thread of its own. Where
 * that fails, those who wait are told, and whoever asks next tries again. Thread-safe.
 */
final class MadeOnce<T> {

    private final Callable<T> how;
    private volatile FutureTask<T> making;
    private final AtomicBoolean begun = new AtomicBoolean();

    MadeOnce(Callable<T> how) {
        this.how = how;
        this.making = new FutureTask<>(how);
    }

    /**
     * Begins to make it on a thread of its own, which ends when it is made; does nothing if that was begun before. Never fails:
     * where no thread is to be had, whoever needs it makes it.
     */
    void begin() {
        FutureTask<T> first = making;
        if (first.isDone() || begun.getAndSet(true)) {
            return;
        }
        Thread thread = new Thread(null, first, "mostik-json", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(MadeOnce.class.getClassLoader());
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // The system grants no further thread.
        }
    }

    /** Returns it, made here or as soon as the thread that makes it is ready; an interrupt is kept for later. */
    T get() {
        FutureTask<T> current = making;
        current.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return current.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    forget(current);
                    throw failure(Objects.requireNonNullElse(e.getCause(), e));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void forget(FutureTask<T> failed) {
        if (making.equals(failed)) {
            making = new FutureTask<>(how);
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
