package io.mostik.bankcards.tbank.limits;

import java.util.Objects;
import java.util.Optional;

/**
 * The result for one limit of a batch.
 *
 * @param state what the bank said
 * @param message the words of the bank, if it gave any
 */
public record LimitOutcome(State state, Optional<String> message) {

    /** What the bank said of one limit. */
    public enum State {
        /** It is set. */
        SET,
        /** It is not set. */
        REFUSED,
        /** The bank did not mention it: read the limits of the card to see. */
        NOT_TOLD
    }

    /** Rejects null components. */
    public LimitOutcome {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
    }

    /** Returns whether it is set. */
    public boolean isSuccessful() {
        return state == State.SET;
    }

    /** Returns the state alone; the words of the bank may name the holder. */
    @Override
    public String toString() {
        return "LimitOutcome[" + state + "]";
    }
}
