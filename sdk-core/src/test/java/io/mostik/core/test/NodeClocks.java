package io.mostik.core.test;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The clocks of nodes that share one {@link ManualTime}. They agree, or each is wrong by some hours; the store's clock
 * is always right. Nodes run inside one another, never beside one another.
 */
final class NodeClocks {

    private static final List<Duration> WRONG_BY =
            List.of(Duration.ofHours(-10), Duration.ofHours(7), Duration.ofMinutes(10), Duration.ofMinutes(-10));

    private final ManualTime time;
    private final Instant start;
    private final long startNanos;
    private final boolean areWrong;
    private int nodes;
    private Duration wrongBy = Duration.ZERO;

    NodeClocks(ManualTime time, boolean areWrong) {
        this.time = time;
        this.start = time.now();
        this.startNanos = time.nanoTime();
        this.areWrong = areWrong;
    }

    /** Returns the store's clock: it follows the steady count, whatever the clock of a node is set to. */
    TimeSource ofStore() {
        return new StoreClock();
    }

    /** Lets a further node do something by its own clock; then the clock of the node before it counts again. */
    <T> T onAnotherNode(Supplier<T> work) {
        Duration before = wrongBy;
        beWrongBy(areWrong ? WRONG_BY.get(nodes % WRONG_BY.size()) : Duration.ZERO);
        nodes++;
        try {
            return work.get();
        } finally {
            beWrongBy(before);
        }
    }

    private void beWrongBy(Duration duration) {
        wrongBy = duration;
        time.set(right().plus(duration));
    }

    private Instant right() {
        return start.plusNanos(time.nanoTime() - startNanos);
    }

    private final class StoreClock implements TimeSource {

        @Override
        public Instant now() {
            return right();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            time.sleep(pause);
        }
    }
}
