package io.mostik.core.http;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks after answers whose bodies are on the way, every few milliseconds, and ends those that are out of time. Costs
 * nothing while there are none. Cheaper than a timer for each answer, which most would cancel at once.
 */
final class Watchdog {

    private static final long EVERY_MILLIS = 20;

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler;
    private final AtomicBoolean awake = new AtomicBoolean();

    Watchdog(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** Something that can run out of time. */
    interface Watched {

        /** Ends it if its time is over. */
        void look();
    }

    void watch(Watched one) {
        watched.add(one);
        wake();
    }

    void leave(Watched one) {
        watched.remove(one);
    }

    private void wake() {
        if (!awake.compareAndSet(false, true)) {
            return;
        }
        boolean scheduled = false;
        try {
            ScheduledFuture<?> unusedRound = scheduler.schedule(this::round, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            scheduled = true;
        } catch (RejectedExecutionException e) {
            // After the end of the runtime nothing is watched: its calls have been ended already.
            watched.clear();
        } finally {
            if (!scheduled) {
                awake.set(false);
            }
        }
    }

    /** Whatever goes wrong with one answer, the others are looked after, and the next round comes. */
    private void round() {
        try {
            watched.forEach(Watchdog::look);
        } finally {
            awake.set(false);
            if (!watched.isEmpty()) {
                wake();
            }
        }
    }

    private static void look(Watched one) {
        try {
            one.look();
        } catch (RuntimeException | Error e) {
            System.getLogger("io.mostik.http")
                    .log(
                            Level.WARNING,
                            "looking after an answer failed: " + e.getClass().getName());
        }
    }
}
