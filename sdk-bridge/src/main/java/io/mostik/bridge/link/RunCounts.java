package io.mostik.bridge.link;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what runs came to on this node since its start, and how late the last event of each link was. Thread-safe. */
final class RunCounts {

    private final Map<String, Map<RunState, Long>> byLink = new TreeMap<>();
    private final Map<String, Duration> lags = new TreeMap<>();

    /** Counts a run that is committed. */
    synchronized void decided(String link, RunState state) {
        byLink.computeIfAbsent(link, name -> new EnumMap<>(RunState.class)).merge(state, 1L, Long::sum);
    }

    /** Notes how long an event was on its way; vendors' clocks may be ahead. */
    synchronized void taken(String link, Instant happened, Instant received) {
        Duration lag = Duration.between(happened, received);
        lags.put(link, lag.isNegative() ? Duration.ZERO : lag);
    }

    synchronized Map<String, Map<RunState, Long>> all() {
        Map<String, Map<RunState, Long>> all = new TreeMap<>();
        byLink.forEach((link, counts) -> all.put(link, Map.copyOf(counts)));
        return all;
    }

    synchronized Map<String, Duration> lags() {
        return Map.copyOf(lags);
    }
}
