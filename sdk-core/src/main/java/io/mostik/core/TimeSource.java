package io.mostik.core;

import java.time.Duration;
import java.time.Instant;

/** The only clock in the SDK. Tests put their own in its place, so that waiting takes no time. */
public interface TimeSource {

    /** Returns the time of day; it may jump when the clock of the machine is set. */
    Instant now();

    /** Returns a steady count of nanoseconds, for deadlines and durations. */
    long nanoTime();

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration pause) throws InterruptedException;

    /** Returns the clock of the machine. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
