package io.mostik.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many took. Thread-safe. */
final class Latencies {

    private long[] nanos = new long[1_000];
    private int count;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    /** Runs something and notes how long it took. */
    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        add(System.nanoTime() - start);
    }

    /** Returns the time in milliseconds within which so many of a hundred were done. */
    synchronized double millis(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(count * percent / 100))] / 1e6;
    }

    String text() {
        return String.format(Locale.ROOT, "p50 %.2f, p99 %.2f ms", millis(50), millis(99));
    }
}
