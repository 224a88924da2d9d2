package io.mostik.bridge.link;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what runs came to on this node since its start. Thread-safe. */
final class RunCounts {

    private final Map<String, Map<RunState, Long>> byLink = new TreeMap<>();

    /** Counts a run that is committed. */
    synchronized void decided(String link, RunState state) {
        byLink.computeIfAbsent(link, name -> new EnumMap<>(RunState.class)).merge(state, 1L, Long::sum);
    }

    synchronized Map<String, Map<RunState, Long>> all() {
        Map<String, Map<RunState, Long>> all = new TreeMap<>();
        byLink.forEach((link, counts) -> all.put(link, Map.copyOf(counts)));
        return all;
    }
}
