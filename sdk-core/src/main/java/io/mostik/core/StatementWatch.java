package io.mostik.core;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends the work of a {@link Session} that takes too long, or whose thread is interrupted while it waits: most drivers
 * block in a read that no interrupt ends. One daemon thread looks after all sessions, ten times a second as long as there
 * are any; a session that begins and ends between two looks wakes nobody.
 */
final class StatementWatch {

    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Set<StatementWatch> OPEN = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean LOOKING = new AtomicBoolean();
    private static final ScheduledThreadPoolExecutor LOOKS = looks();

    private final Session session;
    private final Limit limit;
    private final Thread worker = Thread.currentThread();
    private Duration watched = PERIOD.negated(); // the first look comes early
    private @Nullable Duration abortAfter;

    private StatementWatch(Session session, Limit limit) {
        this.session = session;
        this.limit = limit;
    }

    /** Watches what this thread does with a session, until it is ended. */
    static StatementWatch over(Session session, Limit limit) {
        StatementWatch watch = new StatementWatch(session, limit);
        OPEN.add(watch);
        lookSoon();
        return watch;
    }

    void end() {
        OPEN.remove(this);
    }

    private static void lookSoon() {
        if (!LOOKING.get() && LOOKING.compareAndSet(false, true)) {
            var unusedLook = LOOKS.schedule(StatementWatch::lookAtAll, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void lookAtAll() {
        try {
            OPEN.forEach(StatementWatch::look);
        } finally {
            LOOKING.set(false);
            if (!OPEN.isEmpty()) {
                lookSoon();
            }
        }
    }

    private void look() {
        watched = watched.plus(PERIOD);
        if (abortAfter != null && watched.compareTo(abortAfter) >= 0) {
            end();
            inBackground(session::abort);
        } else if (abortAfter == null && (worker.isInterrupted() || watched.compareTo(limit.statement()) >= 0)) {
            abortAfter = watched.plus(limit.grace());
            inBackground(session::cancel);
        }
    }

    /** On a thread of its own: drivers open a connection for it, and the next session must not wait for that. */
    private static void inBackground(Ending ending) {
        daemon("mostik-statement-end", () -> {
                    try {
                        ending.run();
                    } catch (SQLException | RuntimeException e) {
                        System.getLogger("io.mostik.store")
                                .log(System.Logger.Level.DEBUG, "a statement could not be ended", e);
                    }
                })
                .start();
    }

    private static ScheduledThreadPoolExecutor looks() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, look -> daemon("mostik-statement-watch", look));
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        return thread;
    }

    /** Ends a statement or a connection. */
    private interface Ending {
        void run() throws SQLException;
    }
}
