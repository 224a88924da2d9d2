package io.mostik.bridge;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock, set ahead. */
record AheadTime(Duration ahead) implements TimeSource {

    @Override
    public Instant now() {
        return TimeSource.system().now().plus(ahead);
    }

    @Override
    public long nanoTime() {
        return TimeSource.system().nanoTime();
    }

    @Override
    public void sleep(Duration pause) throws InterruptedException {
        TimeSource.system().sleep(pause);
    }
}
