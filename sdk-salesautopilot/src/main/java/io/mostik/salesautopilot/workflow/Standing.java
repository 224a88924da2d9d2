package io.mostik.salesautopilot.workflow;

import java.time.Instant;
import java.util.Objects;

/**
 * What is remembered of an address, under its digest.
 *
 * @param state what was heard last
 * @param at when that happened
 * @param erased how often its records were erased
 */
record Standing(ConsentState state, Instant at, int erased) {

    static final Standing NONE = new Standing(ConsentState.NEW, Instant.EPOCH, 0);

    Standing {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
    }
}
