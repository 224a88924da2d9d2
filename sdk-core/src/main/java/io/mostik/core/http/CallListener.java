package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Is told what the SDK does: of operations, statuses and durations, never of secrets, addresses or bodies. Called on the
 * thread of the call; must be quick and thread-safe. What it throws is logged and changes nothing.
 */
public interface CallListener {

    /** A request left and was answered, or not; log-ins, repeats and refusals included. */
    default void onExchange(Exchange exchange) {}

    /** A call waits: for its turn, for a free connection, or between two tries. */
    default void onWait(Wait wait) {}

    /** A call is over. */
    default void onCall(Finished finished) {}

    /** Returns the listener that does nothing. */
    static CallListener none() {
        return NoListener.INSTANCE;
    }

    /**
     * One request that left.
     *
     * @param operation name of the endpoint
     * @param effect what it does
     * @param status HTTP status, if there was an answer
     * @param took from the first to the last byte
     * @param failure what is known, if there was no answer
     */
    record Exchange(String operation, Effect effect, OptionalInt status, Duration took, Optional<Outcome> failure) {}

    /**
     * A wait.
     *
     * @param operation name of the endpoint
     * @param reason why
     * @param pause how long
     */
    record Wait(String operation, Reason reason, Duration pause) {

        /** Why a call waits. */
        public enum Reason {
            /** The limit of the endpoint or of the credential, or a pause that the vendor asked all calls to make. */
            RATE_LIMIT("the rate limit gives no turn before the deadline"),
            /** As many calls as allowed are in flight. */
            IN_FLIGHT("no call in flight ended before the deadline"),
            /** All connections to the host are in use. */
            CONNECTION("no connection became free before the deadline"),
            /** Between two tries. */
            RETRY("no time is left for another try");

            private final String refusal;

            Reason(String refusal) {
                this.refusal = refusal;
            }

            String refusal() {
                return refusal;
            }
        }
    }

    /**
     * The end of a call.
     *
     * @param operation name of the endpoint
     * @param effect what it does
     * @param attempts how often it was tried
     * @param took from call to return, waits included
     * @param failure what is known, if it failed
     */
    record Finished(String operation, Effect effect, int attempts, Duration took, Optional<Outcome> failure) {}
}
