package io.mostik.pbx.workflow;

import io.mostik.pbx.CallRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * News of a call: what all pushes about it say together. {@link CallRecord#key} is the same in all news of a call.
 *
 * @param call what is known now
 * @param previous what was known before; empty for the first news
 * @param change what sort of news
 * @param sources which push each property comes from, by the property's name
 */
public record CallNews(
        CallRecord call, Optional<CallRecord> previous, Change change, Map<String, FieldSource> sources) {

    /** What sort of news of a call there is. */
    public enum Change {
        /** The first that is heard of the call, which goes on. */
        BEGAN,
        /** More of a call that goes on. */
        WENT_ON,
        /** The call is over. */
        ENDED,
        /** More, or something else, of a call that was over already. */
        CORRECTED,
        /** Nothing was heard of a call for long that should have ended; see {@link CallTracker#stale}. */
        STALE
    }

    /** Keeps an unmodifiable copy. */
    public CallNews {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(change, "change");
        sources = Map.copyOf(sources);
    }

    /**
     * Returns the names of the properties that are not as they were before, such as {@code endedAt}; {@code raw} is not
     * among them.
     */
    public Set<String> changed() {
        Map<String, Object> before = previous.map(PushJson::fields).orElse(Map.of());
        Map<String, Object> now = PushJson.fields(call);
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
        return changed;
    }
}
