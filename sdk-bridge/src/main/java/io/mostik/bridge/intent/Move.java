package io.mostik.bridge.intent;

import io.mostik.bridge.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * What an intent comes to.
 *
 * @param state its new state
 * @param next what the caller does
 * @param code what there is to say
 * @param results what the vendor gave
 * @param vendorSays the vendor's own words
 * @param at when it is tried or looked at again
 * @param isBegun whether something may have been sent
 */
record Move(
        IntentState state,
        NextStep next,
        String code,
        Fields results,
        Optional<String> vendorSays,
        Optional<Instant> at,
        boolean isBegun) {

    static Move done(String code, Fields results) {
        return new Move(IntentState.DONE, NextStep.NOTHING, code, results, Optional.empty(), Optional.empty(), true);
    }

    static Move refused(String code, NextStep next, Optional<String> vendorSays) {
        return new Move(IntentState.REFUSED, next, code, Fields.none(), vendorSays, Optional.empty(), false);
    }

    static Move cancelled() {
        return new Move(
                IntentState.CANCELLED,
                NextStep.NOTHING,
                "cancelled",
                Fields.none(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static Move unknown(String code, Optional<Instant> at) {
        return new Move(IntentState.UNKNOWN, NextStep.PERSON, code, Fields.none(), Optional.empty(), at, true);
    }

    /** Something was sent, or may have been. */
    static Move working(String code, Instant at) {
        return new Move(
                IntentState.WORKING, NextStep.WAIT, code, Fields.none(), Optional.empty(), Optional.of(at), true);
    }

    /** Nothing was sent. */
    static Move accepted(String code, Instant at) {
        return new Move(
                IntentState.ACCEPTED, NextStep.WAIT, code, Fields.none(), Optional.empty(), Optional.of(at), false);
    }

    /** Whether the base is told of it: it ended, or a person has to look. */
    boolean isEvent() {
        return state.isEnd() || state == IntentState.UNKNOWN;
    }
}
