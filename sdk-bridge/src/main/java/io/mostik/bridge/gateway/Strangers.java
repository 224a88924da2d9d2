package io.mostik.bridge.gateway;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong keys by address: 20 in a minute close the address for a minute. The machine's own address is never closed,
 * since a wrong key in one program there would stop the others. Thread-safe.
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
        if (isOwn(address)) {
            return;
        }
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

    private static boolean isOwn(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    private record Count(int failures, long since) {}
}
