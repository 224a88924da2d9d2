package io.mostik.remonline;

import io.mostik.core.TimeSource;
import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The simulator's clock for several programs at once: it moves on when all of them pause, to the end of the shortest
 * pause. One of them runs at a time, so that a run of minutes takes no time and always goes the same way.
 */
final class CrowdedTime implements TimeSource {

    private final SimulatedClock clock;
    private final Instant start;
    private final PriorityQueue<Pause> pauses =
            new PriorityQueue<>(Comparator.comparingLong(Pause::end).thenComparing(Pause::number));
    private long counted;
    private int running;

    private record Pause(long end, long number) {}

    CrowdedTime(SimulatedClock clock) {
        this.clock = clock;
        this.start = clock.now();
    }

    /** Runs each on a thread of its own and returns how long all took. */
    Duration run(List<Runnable> programs) throws InterruptedException {
        running = programs.size();
        List<Thread> crowd = new ArrayList<>();
        for (Runnable program : programs) {
            crowd.add(new Thread(() -> {
                try {
                    sleep(Duration.ZERO);
                    program.run();
                } finally {
                    leave();
                }
            }));
        }
        crowd.forEach(Thread::start);
        for (Thread one : crowd) {
            one.join();
        }
        return Duration.ofNanos(nanoTime());
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long nanoTime() {
        return Duration.between(start, clock.now()).toNanos();
    }

    @Override
    public synchronized void sleep(Duration length) {
        Pause pause = new Pause(nanoTime() + length.toNanos(), counted++);
        pauses.add(pause);
        leave();
        while (pauses.contains(pause)) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void leave() {
        running--;
        Pause next = running == 0 ? pauses.poll() : null;
        if (next != null) {
            clock.advance(Duration.ofNanos(next.end() - nanoTime()));
            running = 1;
            notifyAll();
        }
    }
}
