package io.mostik.bridge.intent;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how intents ended on this node since its start, and how many became unknown. Thread-safe. */
final class IntentEnds {

    private static final Set<IntentState> COUNTED = Set.of(IntentState.DONE, IntentState.REFUSED, IntentState.UNKNOWN);

    private final Map<String, Map<IntentState, Long>> byAction = new TreeMap<>();

    /** Counts a move that is committed, if it ended something or made it unknown. */
    synchronized void moved(Intent before, IntentState after) {
        if (before.state() != after && COUNTED.contains(after)) {
            count(before.key().action(), after);
        }
    }

    /** Counts what a person has settled. */
    synchronized void settled(Intent after) {
        count(after.key().action(), after.state());
    }

    /** Returns the counts by action and state. */
    synchronized Map<String, Map<IntentState, Long>> all() {
        Map<String, Map<IntentState, Long>> all = new TreeMap<>();
        byAction.forEach((action, counts) -> all.put(action, Map.copyOf(counts)));
        return all;
    }

    private void count(String action, IntentState state) {
        byAction.computeIfAbsent(action, name -> new EnumMap<>(IntentState.class))
                .merge(state, 1L, Long::sum);
    }
}
