package io.mostik.bridge.trigger;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was left alone, by address and reason, since the start of this process. Thread-safe. */
final class ReasonCounts {

    private final Map<String, Map<String, Long>> byAddress = new TreeMap<>();

    synchronized void count(String address, String reason) {
        byAddress.computeIfAbsent(address, unused -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }

    synchronized Map<String, Map<String, Long>> all() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        byAddress.forEach((address, reasons) -> all.put(address, Map.copyOf(reasons)));
        return all;
    }
}
