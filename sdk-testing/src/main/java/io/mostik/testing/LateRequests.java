package io.mostik.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Requests whose caller has gone and which the vendor has not processed yet. Thread-safe. */
final class LateRequests {

    private final SimulatedClock clock;
    private final Queue<Late> waiting =
            new PriorityQueue<>(Comparator.comparing(Late::due).thenComparingLong(Late::number));
    private long added;

    LateRequests(SimulatedClock clock) {
        this.clock = clock;
    }

    /** Keeps the request until the clock has moved on by this long. */
    void add(Duration delay, Runnable act) {
        synchronized (this) {
            added++;
            waiting.add(new Late(clock.now().plus(delay), added, act));
        }
        clock.after(delay, this::arriveDue);
    }

    /** Lets all arrive, due or not; returns how many. */
    int deliver() {
        return arriveUpTo(Instant.MAX);
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized void forget() {
        waiting.clear();
    }

    private void arriveDue() {
        arriveUpTo(clock.now());
    }

    private int arriveUpTo(Instant time) {
        int arrived = 0;
        for (Optional<Late> next = take(time); next.isPresent(); next = take(time)) {
            next.get().act.run();
            arrived++;
        }
        return arrived;
    }

    private synchronized Optional<Late> take(Instant time) {
        return Optional.ofNullable(waiting.peek())
                .filter(late -> !late.due.isAfter(time))
                .map(late -> waiting.remove());
    }

    private record Late(Instant due, long number, Runnable act) {}
}
