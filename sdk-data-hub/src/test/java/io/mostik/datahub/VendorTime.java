package io.mostik.datahub;

import io.mostik.core.TimeSource;
import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The simulator's clock, moved on by the pauses of the client. */
public final class VendorTime implements TimeSource {

    private final SimulatedClock clock;
    private final AtomicLong waited = new AtomicLong();

    public VendorTime(SimulatedClock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long nanoTime() {
        Instant now = clock.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public synchronized void sleep(Duration pause) {
        waited.addAndGet(pause.toNanos());
        clock.advance(pause);
    }

    public Duration waited() {
        return Duration.ofNanos(waited.get());
    }
}
