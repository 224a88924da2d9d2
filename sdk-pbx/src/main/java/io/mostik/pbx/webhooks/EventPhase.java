package io.mostik.pbx.webhooks;

import io.mostik.pbx.CallPhase;
import java.util.Optional;

/** What an event word or a status word of a PBX tells about the call. */
public enum EventPhase {
    /** It rings. */
    RINGING(CallPhase.STARTED),
    /** Somebody took it. */
    ANSWERED(CallPhase.ANSWERED),
    /** It is held, parked or handed on, and goes on. */
    HOLD(CallPhase.ANSWERED),
    /** It is over. */
    ENDED(CallPhase.ENDED),
    /** Its recording is ready; how far the call has come is not told. */
    RECORDING,
    /** One of the telephones has stopped to ring, because another took the call or nobody did; the call may go on. */
    LEG_CLOSED(CallPhase.STARTED),
    /** Nothing that matters here: the push is answered as received, and no call is told of. */
    IGNORE;

    private final Optional<CallPhase> phase;

    EventPhase() {
        this.phase = Optional.empty();
    }

    EventPhase(CallPhase phase) {
        this.phase = Optional.of(phase);
    }

    Optional<CallPhase> phase() {
        return phase;
    }
}
