package io.mostik.examples.onec;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands until a test moves it; whoever sleeps wakes when it has come so far. */
final class SteppedTime implements TimeSource {

    private Instant now = Instant.parse("2026-03-02T09:15:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public long nanoTime() {
        return TimeSource.system().nanoTime();
    }

    @Override
    public synchronized void sleep(Duration pause) throws InterruptedException {
        Instant end = now.plus(pause);
        while (now.isBefore(end)) {
            wait();
        }
    }

    synchronized void advance(Duration step) {
        now = now.plus(step);
        notifyAll();
    }
}
