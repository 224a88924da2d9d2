package io.mostik.core.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many of something at a time: calls in flight, connections of a host. Given out in the order of asking. */
interface Permits {

    /**
     * Takes one.
     *
     * @param nanos longest wait; zero to take one only if it is free
     * @return whether there was one in time
     */
    boolean acquire(long nanos) throws InterruptedException;

    /** Gives one back. */
    void release();

    /** Returns so many permits. */
    static Permits of(int permits) {
        Semaphore free = new Semaphore(permits, true);
        return new Permits() {

            // Asks with a time even where none is to be lost: without one, a newcomer would pass those who wait.
            @Override
            public boolean acquire(long nanos) throws InterruptedException {
                return free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            }

            @Override
            public void release() {
                free.release();
            }
        };
    }
}
