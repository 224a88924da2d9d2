package io.mostik.core.test;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only when the SDK pauses or a test says so. Thread-safe. */
public final class ManualTime implements TimeSource {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private long nanos = 1_000_000_000L;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration pause) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(pause);
        advance(pause);
    }

    /** Lets time pass. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Sets the clock of the machine; the steady count of nanoseconds goes on. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Returns every pause the SDK has taken. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
