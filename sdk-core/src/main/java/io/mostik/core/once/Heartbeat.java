package io.mostik.core.once;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Renews leases while their holders work: one daemon thread for all, which ends when there is nothing to renew. */
final class Heartbeat {

    private static final long IDLE_SECONDS = 5;
    private static final int BEATS_A_LEASE = 3;
    private static final ScheduledThreadPoolExecutor THREAD = thread();

    private Heartbeat() {}

    /** Runs a renewal every third of a lease until the future is cancelled. A renewal that throws is tried again. */
    static Future<?> every(Duration lease, Runnable renewal) {
        long pause = Math.max(1, lease.dividedBy(BEATS_A_LEASE).toMillis());
        return THREAD.scheduleWithFixedDelay(
                () -> {
                    try {
                        renewal.run();
                    } catch (RuntimeException e) {
                        OnceEvents.warn("a lease could not be renewed ("
                                + e.getClass().getSimpleName() + "); trying again while it lasts");
                    }
                },
                pause,
                pause,
                TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(null, task, "mostik-heartbeat", 0, false);
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
