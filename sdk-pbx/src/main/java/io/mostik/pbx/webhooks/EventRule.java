package io.mostik.pbx.webhooks;

import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import java.util.Optional;

/**
 * What one event word of a PBX says.
 *
 * @param phase how far the call has come
 * @param direction which way the call goes, where the word says so
 * @param outcome how the call ended, where the word says so
 */
public record EventRule(Optional<EventPhase> phase, Optional<CallDirection> direction, Optional<CallOutcome> outcome) {

    static final EventRule IGNORED = new EventRule(Optional.of(EventPhase.IGNORE), Optional.empty(), Optional.empty());

    /** Returns the rule that tells a phase alone. */
    public static EventRule of(EventPhase phase) {
        return new EventRule(Optional.of(phase), Optional.empty(), Optional.empty());
    }

    boolean isIgnored() {
        return phase.filter(EventPhase.IGNORE::equals).isPresent();
    }
}
