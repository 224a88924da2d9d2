package io.mostik.spring.boot;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The threads on which the inboxes of webhooks handle events: there before the web server takes the first request, and until
 * after it has answered the last one. What finds no place in the queue stays in its inbox, which looks again. Thread-safe.
 */
final class WebhookThreads implements SmartLifecycle, Executor {

    /** Below the phases of the web server, whose lowest is 2048 below the default: started before it, stopped after it. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private static final int QUEUE = 1_000;
    private static final int STOP_SECONDS = 20;

    private final int atOnce;
    private volatile @Nullable ThreadPoolExecutor pool;

    WebhookThreads(int atOnce) {
        this.atOnce = atOnce;
    }

    @Override
    public void execute(Runnable task) {
        ThreadPoolExecutor running = pool;
        if (running == null) {
            throw new RejectedExecutionException("webhooks are stopped");
        }
        running.execute(task);
    }

    @Override
    public synchronized void start() {
        if (pool != null) {
            return;
        }
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor started =
                new ThreadPoolExecutor(atOnce, atOnce, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "mostik-inbox-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        started.allowCoreThreadTimeOut(true);
        pool = started;
    }

    /** Lets handlers that run come to their end, for 20 seconds; events that wait are taken up after the next start. */
    @Override
    public synchronized void stop() {
        ThreadPoolExecutor running = pool;
        pool = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        running.getQueue().clear();
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return pool != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
