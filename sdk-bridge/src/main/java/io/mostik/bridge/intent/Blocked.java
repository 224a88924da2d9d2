package io.mostik.bridge.intent;

import java.time.Instant;
import java.util.Objects;

/**
 * An unknown intent that holds up others of its subject, such as further money for a card, until somebody settles it.
 *
 * @param intent the id of the unknown one
 * @param waiting how many wait for it
 * @param since when the oldest of those was accepted
 */
public record Blocked(String intent, int waiting, Instant since) {

    /** Checks that no part is missing. */
    public Blocked {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(since, "since");
    }
}
