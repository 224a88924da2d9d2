package io.mostik.bridge.store;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The time of day of the database, which all nodes share; the steady count and the pauses are this machine's. */
public final class DatabaseTime implements TimeSource {

    private final StateStore store;

    /** Returns the clock of a store. */
    public DatabaseTime(StateStore store) {
        this.store = store;
    }

    @Override
    public Instant now() {
        return store.now();
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
