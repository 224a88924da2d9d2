package io.mostik.core.webhook;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread that started it, unless it is closed in time. A thread that is interrupted while it reads from a
 * connection, or writes to it, ends the connection; nothing that another thread may call does so without waiting for it.
 * One daemon thread watches for all, and ends when there is nothing to watch.
 */
final class Watch implements AutoCloseable {

    private static final long IDLE_SECONDS = 5;
    private static final ScheduledThreadPoolExecutor THREAD = thread();

    private final Thread watched = Thread.currentThread();
    private final Future<?> due;
    private boolean closed;
    private boolean interrupted;

    private Watch(Duration limit) {
        this.due = THREAD.schedule(this::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Watch over(Duration limit) {
        return new Watch(limit);
    }

    private synchronized void interrupt() {
        if (!closed) {
            interrupted = true;
            watched.interrupt();
        }
    }

    /** Called by the thread that is watched; takes the interruption back. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            due.cancel(false);
            if (interrupted) {
                boolean unused = Thread.interrupted();
            }
        }
    }

    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(null, task, "mostik-webhook-watch", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
