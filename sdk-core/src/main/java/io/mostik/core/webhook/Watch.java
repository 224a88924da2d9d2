package io.mostik.core.webhook;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long, from one daemon thread for all, which ends when there is nothing to watch. */
final class Watch {

    private static final long IDLE_SECONDS = 5;
    private static final ScheduledThreadPoolExecutor THREAD = thread();

    private Watch() {}

    /** Runs an action after a time, unless the future is cancelled before. */
    static Future<?> after(Duration limit, Runnable action) {
        return THREAD.schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS);
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
