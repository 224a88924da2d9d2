package io.mostik.bridge.gateway;

import io.mostik.core.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets each base ask 20 times a second, and as often at once after a quiet second. Thread-safe. */
final class Rates {

    private static final int PER_SECOND = 20;
    private static final long GAP = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    private static final long BURST = TimeUnit.SECONDS.toNanos(1);

    private final TimeSource time;
    private final Map<String, Long> paidUntil = new HashMap<>();

    Rates(TimeSource time) {
        this.time = time;
    }

    /** Returns whether one more request of a base is in its rate, and counts it if so. */
    synchronized boolean take(String base) {
        long now = time.nanoTime();
        long before = paidUntil.getOrDefault(base, now - BURST);
        long from = Math.max(before, now - BURST);
        if (from + GAP > now) {
            return false;
        }
        paidUntil.put(base, from + GAP);
        return true;
    }

    /** Returns whether there is room, without counting. */
    synchronized boolean hasRoom(String base) {
        long now = time.nanoTime();
        return Math.max(paidUntil.getOrDefault(base, now - BURST), now - BURST) + GAP <= now;
    }
}
