package io.mostik.bridge.intent;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How much there is to do.
 *
 * @param byState how many intents are accepted, working and unknown
 * @param oldestOpen when the oldest of those that are accepted or working was accepted
 */
public record IntentCounts(Map<IntentState, Long> byState, Optional<Instant> oldestOpen) {

    /** Checks that no part is missing. */
    public IntentCounts {
        byState = Map.copyOf(byState);
        Objects.requireNonNull(oldestOpen, "oldestOpen");
    }

    /** Returns how many are in a state; those that have ended are not counted. */
    public long in(IntentState state) {
        return byState.getOrDefault(state, 0L);
    }
}
