package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Receives events about calls: operations, statuses and durations, never secrets, addresses or bodies. Called on the
 * thread of the call; must be quick and thread-safe. What it throws is logged and changes nothing.
 *
 * <pre>{@code
 * RemOnline remonline = RemOnline.builder()
 *         .apiKey(key)
 *         .http(http -> http.listener(MostikMetrics.of(meterRegistry).calls("remonline")))   // of sdk-micrometer
 *         .build();
 * }</pre>
 *
 * <p>Webhooks are reported to {@code io.mostik.core.webhook.WebhookListener}, polls of feeds to
 * {@code io.mostik.core.once.FeedListener}.
 */
public interface CallListener {

    /**
     * A call starts.
     *
     * @return what follows this one call to its end; {@link CallTrace#none()} by default
     */
    default CallTrace onStart(Started started) {
        return CallTrace.none();
    }

    /** A request left and was answered, or not; log-ins, repeats and refusals included. */
    default void onExchange(Exchange exchange) {}

    /** A call waits: for its turn, for a free connection, or between two tries. */
    default void onWait(Wait wait) {}

    /** A call has ended, successful or not; told once for each call that was tried. */
    default void onCall(Finished finished) {}

    /** An optional object in an answer could not be read; it was left out, and the rest of the answer was used. */
    default void onUnreadable(Unreadable unreadable) {}

    /** Rows of an answer could not be read and were left out, as the caller asked with {@link CallOptions#skippingUnreadable}. */
    default void onSkipped(SkippedRows skipped) {}

    /** Returns the listener that does nothing. */
    static CallListener none() {
        return NoListener.INSTANCE;
    }

    /**
     * Returns the listener that notifies several, in this order. If one throws, the others are notified nevertheless.
     */
    static CallListener all(List<CallListener> listeners) {
        return new ListenerGroup(listeners);
    }

    /**
     * The start of a call.
     *
     * @param operation name of the endpoint
     * @param effect what it does
     * @param requestId id under which the caller wants the vendor to find it, if it was given
     */
    record Started(String operation, Effect effect, Optional<String> requestId) {}

    /**
     * A request that was sent.
     *
     * @param operation name of the endpoint
     * @param effect what it does
     * @param status HTTP status, if there was an answer
     * @param took from the first to the last byte
     * @param failure what is known, if there was no answer
     * @param requestId id under which the vendor can find it: the one in the answer, else the one that was sent
     */
    record Exchange(
            String operation,
            Effect effect,
            OptionalInt status,
            Duration took,
            Optional<Outcome> failure,
            Optional<String> requestId) {}

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
     * An optional object that was left out of an answer; its model keeps it in {@code unknown()}.
     *
     * @param operation name of the endpoint
     * @param place where it stood, as a JSON pointer such as {@code /data/3/client}
     */
    record Unreadable(String operation, String place) {}

    /**
     * Rows that were left out of one answer.
     *
     * @param operation name of the endpoint
     * @param places where they stood, as JSON pointers such as {@code /data/3}
     */
    record SkippedRows(String operation, List<String> places) {

        /** Keeps an unchangeable copy. */
        public SkippedRows {
            places = List.copyOf(places);
        }

        /** Returns how many rows were left out. */
        public int count() {
            return places.size();
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
     * @param requestId id under which the vendor can find the last try: the one in its answer, else the one that was sent
     */
    record Finished(
            String operation,
            Effect effect,
            int attempts,
            Duration took,
            Optional<Outcome> failure,
            Optional<String> requestId) {}
}
