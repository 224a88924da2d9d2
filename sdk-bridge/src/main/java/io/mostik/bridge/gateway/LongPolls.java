package io.mostik.bridge.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Bounds how many requests wait at a time: so many in all, and so many of one base. Who comes after that is answered at
 * once with what there is. Thread-safe.
 */
final class LongPolls {

    /** The longest that a request waits. */
    static final Duration LONGEST = Duration.ofSeconds(25);

    private static final int OF_ONE_BASE = 20;

    private final Semaphore all;
    private final Map<String, Integer> waiting = new HashMap<>();

    LongPolls(int most) {
        this.all = new Semaphore(most);
    }

    /** Answers after waiting as long as asked, or at once if there is no room. */
    <T> T waiting(String base, Duration asked, Function<Duration, T> answer) {
        if (asked.isZero() || !enter(base)) {
            return answer.apply(Duration.ZERO);
        }
        try {
            return answer.apply(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
        } finally {
            leave(base);
        }
    }

    private boolean enter(String base) {
        synchronized (waiting) {
            if (waiting.getOrDefault(base, 0) >= OF_ONE_BASE || !all.tryAcquire()) {
                return false;
            }
            waiting.merge(base, 1, Integer::sum);
            return true;
        }
    }

    private void leave(String base) {
        synchronized (waiting) {
            waiting.merge(base, -1, Integer::sum);
            all.release();
        }
    }
}
