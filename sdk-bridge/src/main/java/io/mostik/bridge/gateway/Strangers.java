package io.mostik.bridge.gateway;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong keys by address: 20 in a minute close the address to wrong keys for a minute. A right key is heard all the
 * same, since one program with an old key must not stop its neighbours. Thread-safe.
 */
final class Strangers {

    private static final int MOST_FAILURES = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final TimeSource time;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Strangers(TimeSource time) {
        this.time = time;
    }

    synchronized boolean isClosed(String address) {
        Count count = counts.get(address);
        return count != null && count.failures() >= MOST_FAILURES && time.nanoTime() - count.since() < MINUTE;
    }

    synchronized void failed(String address) {
        long now = time.nanoTime();
        Count count = counts.get(address);
        counts.remove(address);
        if (count == null || now - count.since() >= MINUTE) {
            counts.put(address, new Count(1, now));
            return;
        }
        int failures = count.failures() + 1;
        counts.put(address, new Count(failures, failures == MOST_FAILURES ? now : count.since()));
    }

    private record Count(int failures, long since) {}
}
