package io.mostik.spring.boot;

import io.mostik.core.once.OnceWrites;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does what is due in outboxes and in the application's own {@link OnceWrites} beans: after commits, and now and then. */
final class OutboxRunner implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger("io.mostik.outbox");

    private final MostikProperties.Outbox settings;
    private final ObjectProvider<OnceWrites<?, ?, ?>> beans;
    private final List<OnceWrites<?, ?, ?>> outboxes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable ScheduledThreadPoolExecutor thread;

    OutboxRunner(MostikProperties.Outbox settings, ObjectProvider<OnceWrites<?, ?, ?>> beans) {
        this.settings = settings;
        this.beans = beans;
    }

    void add(OnceWrites<?, ?, ?> writes) {
        outboxes.add(writes);
    }

    /** Handles what this transaction stores as soon as it is committed. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void wake() {
        ScheduledThreadPoolExecutor running = thread;
        if (running != null && woken.compareAndSet(false, true)) {
            try {
                running.execute(this::run);
            } catch (RejectedExecutionException e) {
                woken.set(false); // stopped meanwhile: the next process takes it
            }
        }
    }

    /** Goes once through all that is due. */
    void run() {
        woken.set(false);
        safely(
                "the outboxes",
                () -> Stream.concat(outboxes.stream(), beans.orderedStream())
                        .forEach(writes -> safely(writes.toString(), () -> runDue(writes))));
    }

    private void runDue(OnceWrites<?, ?, ?> writes) {
        int unused = writes.runDue(settings.tries());
    }

    /** Whatever is thrown, an {@code Error} too, stops no other outbox, and not the schedule. */
    private static void safely(String what, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            LOG.log(Level.WARNING, what + " could not be run: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled() || thread != null) {
            return;
        }
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, task -> {
            Thread runner = new Thread(task, "mostik-outbox");
            runner.setDaemon(true);
            return runner;
        });
        ScheduledFuture<?> unused =
                started.scheduleWithFixedDelay(this::run, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Waits for a running handler to finish; what it leaves is taken up after the next start. */
    @Override
    public synchronized void stop() {
        ScheduledThreadPoolExecutor running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
