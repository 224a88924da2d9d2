package io.mostik.bridge.link;

import java.util.List;
import java.util.Optional;

/**
 * What became of an event in a link.
 *
 * @param state the state
 * @param code what there is to say
 * @param notes what did not hold, is missing or could not be read; without content
 * @param intent the id of the intent, if there is one
 */
record Outcome(RunState state, String code, List<String> notes, Optional<String> intent) {

    static final String CONDITION = "link_condition";
    static final String DISMISSED = "link_dismissed";

    Outcome {
        notes = List.copyOf(notes);
    }

    static Outcome of(RunState state, String code, List<String> notes) {
        return new Outcome(state, code, notes, Optional.empty());
    }

    static Outcome waiting(String code) {
        return of(RunState.WAITING, code, List.of());
    }
}
