package io.mostik.bridge.server;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a test sets ahead while a program runs. */
final class MovedTime implements TimeSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void move(Duration further) {
        Duration unused = ahead.updateAndGet(further::plus);
    }

    @Override
    public Instant now() {
        return TimeSource.system().now().plus(ahead.get());
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
