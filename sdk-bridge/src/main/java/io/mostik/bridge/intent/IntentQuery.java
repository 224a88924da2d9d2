package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which intents to list, in the order of acceptance.
 *
 * @param base only this base's
 * @param document only this document's
 * @param states only in these states; empty for all
 * @param afterId only those accepted after this one
 * @param limit how many at most, 1 to 1,000
 */
public record IntentQuery(
        Optional<String> base,
        Optional<String> document,
        List<IntentState> states,
        Optional<String> afterId,
        int limit) {

    private static final int MOST = 1_000;
    private static final int USUAL = 50;

    /** Checks and normalises the parts. */
    public IntentQuery {
        Objects.requireNonNull(base, "base");
        document = document.map(BridgeNames::document);
        states = List.copyOf(states);
        Objects.requireNonNull(afterId, "afterId");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST);
        }
    }

    /** Returns the first 50 of all bases. */
    public static IntentQuery all() {
        return new IntentQuery(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), USUAL);
    }

    /** Returns this query for one base. */
    public IntentQuery ofBase(String name) {
        return new IntentQuery(Optional.of(name), document, states, afterId, limit);
    }

    /** Returns this query for one document. */
    public IntentQuery ofDocument(String reference) {
        return new IntentQuery(base, Optional.of(reference), states, afterId, limit);
    }

    /** Returns this query for some states. */
    public IntentQuery in(IntentState... some) {
        return new IntentQuery(base, document, List.of(some), afterId, limit);
    }

    /** Returns the query for the next ones. */
    public IntentQuery after(String id) {
        return new IntentQuery(base, document, states, Optional.of(id), limit);
    }

    /** Returns this query for so many at most. */
    public IntentQuery atMost(int number) {
        return new IntentQuery(base, document, states, afterId, number);
    }
}
