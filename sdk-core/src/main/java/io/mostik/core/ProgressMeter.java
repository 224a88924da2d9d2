package io.mostik.core;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts long work and tells a listener, not more often than it can be read: at most every {@value #INTERVAL_MILLIS}
 * ms, and at the end. Thread-safe.
 */
public final class ProgressMeter {

    private static final long INTERVAL_MILLIS = 200;
    private static final long NEVER = Long.MIN_VALUE;
    private static final ThreadLocal<AtomicLong> WAITED = new ThreadLocal<>();

    private final String what;
    private final ProgressListener listener;
    private final TimeSource time;
    private final long start;
    private long done;
    private OptionalLong total = OptionalLong.empty();
    private final AtomicLong waitedHere = ofThisThread();
    private final long waitedBefore = waitedHere.get();
    private long waitedElsewhere;
    private long lastTold = NEVER;
    private boolean ended;

    private ProgressMeter(String what, ProgressListener listener, TimeSource time) {
        this.what = Objects.requireNonNull(what, "what");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.time = Objects.requireNonNull(time, "time");
        this.start = time.nanoTime();
    }

    /**
     * Notes that a call of this thread waits: for its turn, for a connection, or between two tries. The transport calls
     * it; a meter counts the waits of the thread that started it.
     */
    public static void noteWait(Duration wait) {
        ofThisThread().addAndGet(wait.toNanos());
    }

    private static AtomicLong ofThisThread() {
        AtomicLong waited = WAITED.get();
        if (waited == null) {
            waited = new AtomicLong();
            WAITED.set(waited);
        }
        return waited;
    }

    /**
     * Returns a meter at zero.
     *
     * @param what what is counted, such as {@code bytes}
     */
    public static ProgressMeter start(String what, ProgressListener listener, TimeSource time) {
        return new ProgressMeter(what, listener, time);
    }

    /** Notes how many there are in all, as far as that is known now. */
    public synchronized void total(OptionalLong all) {
        total = all;
    }

    /** Begins again at zero, as when a download is tried again; the time goes on. */
    public synchronized void restart(OptionalLong all) {
        done = 0;
        total = all;
    }

    /** Does a part of the work, on any thread, and counts how long its calls wait. */
    <T> T during(Supplier<T> part) {
        AtomicLong here = ofThisThread();
        long before = here.get();
        try {
            return part.get();
        } finally {
            if (!here.equals(waitedHere)) { // the counter of another thread
                addWaited(here.get() - before);
            }
        }
    }

    private synchronized void addWaited(long nanos) {
        waitedElsewhere += nanos;
    }

    /** Notes that so many more are done. */
    public synchronized void add(long more) {
        done += more;
        long now = time.nanoTime();
        if (lastTold == NEVER
                || now - lastTold >= Duration.ofMillis(INTERVAL_MILLIS).toNanos()) {
            lastTold = now;
            tell();
        }
    }

    /** Notes that the work is over, whole or not. Told once. */
    public synchronized void end() {
        if (!ended) {
            ended = true;
            tell();
        }
    }

    private void tell() {
        Duration took = Duration.ofNanos(time.nanoTime() - start);
        try {
            Duration waited = Duration.ofNanos(waitedHere.get() - waitedBefore + waitedElsewhere);
            listener.onProgress(new Progress(what, done, total, took, waited, ended));
        } catch (RuntimeException e) {
            System.getLogger("io.mostik")
                    .log(
                            System.Logger.Level.WARNING,
                            "progress listener failed: " + e.getClass().getName());
        }
    }
}
