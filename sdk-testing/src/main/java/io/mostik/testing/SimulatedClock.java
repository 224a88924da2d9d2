package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A vendor's time, which a test moves by hand. Thread-safe. */
public final class SimulatedClock implements InstantSource {

    private static final Duration CLOCK_STEP = Duration.ofMillis(2);

    private InstantSource source;
    private boolean running;
    private final Queue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
    private Duration advanced = Duration.ZERO;
    private long scheduled;

    private SimulatedClock(InstantSource source, boolean running) {
        this.source = source;
        this.running = running;
    }

    /**
     * Returns a clock that stands still at 09:15 UTC on 2 March 2026 until it is advanced; simulators have it unless
     * told.
     */
    public static SimulatedClock standing() {
        return at(Instant.parse("2026-03-02T09:15:00Z"));
    }

    /** Returns a clock that stands still at this instant until it is advanced. */
    public static SimulatedClock at(Instant start) {
        return new SimulatedClock(InstantSource.fixed(start), false);
    }

    /** Returns a clock that follows the machine's and can be advanced on top. */
    public static SimulatedClock running() {
        return new SimulatedClock(InstantSource.system(), true);
    }

    /** Returns the vendor's time. */
    public synchronized Instant now() {
        return source.instant().plus(advanced);
    }

    @Override
    public Instant instant() {
        return now();
    }

    /** Moves time on, and does what falls due on the way, in order, on the caller's thread. */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("step must not be negative: " + step);
        }
        synchronized (this) {
            advanced = advanced.plus(step);
        }
        runDue();
    }

    /**
     * Does this once the time has come: at the {@link #advance} or {@link #runDue} that reaches it, and on a running clock
     * at that time on a thread of its own.
     */
    public void after(Duration delay, Runnable action) {
        requireNonNull(action, "action");
        synchronized (this) {
            scheduled++;
            tasks.add(new Task(now().plus(delay), scheduled, action));
        }
        if (isRunning()) {
            wake(delay);
        }
    }

    /** Returns whether it follows the machine's. */
    public synchronized boolean isRunning() {
        return running;
    }

    /** Lets it stand at the time it shows. */
    public synchronized void stand() {
        source = InstantSource.fixed(now());
        advanced = Duration.ZERO;
        running = false;
    }

    /** Lets it run on from the time it shows. */
    public synchronized void run() {
        Instant shown = now();
        source = InstantSource.system();
        advanced = Duration.between(source.instant(), shown);
        running = true;
        tasks.forEach(task -> wake(Duration.between(shown, task.due())));
    }

    /** Does what is due by now; every simulator calls it before it acts. */
    public void runDue() {
        while (true) {
            Task next;
            synchronized (this) {
                next = tasks.peek();
                if (next == null || next.due.isAfter(now())) {
                    return;
                }
                tasks.remove();
            }
            next.action.run();
        }
    }

    private void wake(Duration delay) {
        long nanos = delay.plus(CLOCK_STEP).toNanos();
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::runDue);
    }

    private record Task(Instant due, long number, Runnable action) {}
}
