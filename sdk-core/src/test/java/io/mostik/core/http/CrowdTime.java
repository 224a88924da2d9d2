package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Time for many threads at once: it moves on when all of them pause, to the end of the shortest pause. One thread runs
 * at a time, so that a run of minutes takes no time and always goes the same way.
 */
final class CrowdTime implements TimeSource {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final PriorityQueue<Pause> pauses =
            new PriorityQueue<>(Comparator.comparingLong(Pause::end).thenComparing(Pause::number));
    private static final long SECOND = 1_000_000_000;

    /** For so long at the end of each second nobody goes on. */
    Duration stall = Duration.ZERO;

    private long nanos;
    private long counted;
    private int running;

    /** Runs the work on so many threads and returns how long it took. */
    Duration run(int threads, Runnable work) throws InterruptedException {
        long start = nanoTime();
        running = threads;
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            crowd.add(new Thread(() -> {
                try {
                    sleep(Duration.ZERO);
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    leave();
                }
            }));
        }
        crowd.forEach(Thread::start);
        for (Thread one : crowd) {
            one.join();
        }
        return Duration.ofNanos(nanoTime() - start);
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration length) throws InterruptedException {
        Pause pause = new Pause(afterStall(nanos + length.toNanos()), counted++);
        pauses.add(pause);
        leave();
        while (pauses.contains(pause)) {
            wait();
        }
    }

    private long afterStall(long end) {
        long left = SECOND - end % SECOND;
        return left <= stall.toNanos() ? end + left : end;
    }

    private synchronized void leave() {
        running--;
        Pause next = running == 0 ? pauses.poll() : null;
        if (next != null) {
            nanos = next.end();
            running = 1;
            notifyAll();
        }
    }

    private record Pause(long end, long number) {}
}
