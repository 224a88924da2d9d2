package io.mostik.core;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that every {@link SdkException} carries. Immutable.
 *
 * @param operation name of the endpoint, such as {@code orders.get}
 * @param outcome whether it happened
 * @param phase where it stopped
 * @param temporary whether the same call may succeed later without a change by the caller
 * @param cancelled whether the caller, an interrupt or a closing client ended it
 * @param retryAfter how long the vendor, or the limit, asks to wait
 * @param requestId id under which the vendor can find the call
 */
@SuppressWarnings("serial") // optionals are not serialised: see Written
public record FailureInfo(
        String operation,
        Outcome outcome,
        Phase phase,
        boolean temporary,
        boolean cancelled,
        Optional<Duration> retryAfter,
        Optional<String> requestId)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the facts of a failure.
     *
     * @throws NullPointerException if a component is null; use the factories where nothing is known
     */
    public FailureInfo {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(retryAfter, "retryAfter");
        Objects.requireNonNull(requestId, "requestId");
    }

    /** Returns the facts of a failure that may pass by itself. */
    public static FailureInfo temporary(String operation, Outcome outcome, Phase phase) {
        return new FailureInfo(operation, outcome, phase, true, false, Optional.empty(), Optional.empty());
    }

    /** Returns the facts of a failure that stays until something is changed. */
    public static FailureInfo lasting(String operation, Outcome outcome, Phase phase) {
        return new FailureInfo(operation, outcome, phase, false, false, Optional.empty(), Optional.empty());
    }

    /** Returns the facts of a call that was ended from outside. */
    public static FailureInfo cancelled(String operation, Outcome outcome, Phase phase) {
        return new FailureInfo(operation, outcome, phase, false, true, Optional.empty(), Optional.empty());
    }

    /** Returns these facts with the time to wait. */
    public FailureInfo withRetryAfter(Optional<Duration> wait) {
        return new FailureInfo(operation, outcome, phase, temporary, cancelled, wait, requestId);
    }

    /** Returns these facts with the id of the request. */
    public FailureInfo withRequestId(Optional<String> id) {
        return new FailureInfo(operation, outcome, phase, temporary, cancelled, retryAfter, id);
    }

    private Object writeReplace() {
        return new Written(
                operation, outcome, phase, temporary, cancelled, retryAfter.orElse(null), requestId.orElse(null));
    }

    /** These facts as they are serialised by Java. */
    private record Written(
            String operation,
            Outcome outcome,
            Phase phase,
            boolean temporary,
            boolean cancelled,
            @Nullable Duration retryAfter,
            @Nullable String requestId)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            return new FailureInfo(
                    operation,
                    outcome,
                    phase,
                    temporary,
                    cancelled,
                    Optional.ofNullable(retryAfter),
                    Optional.ofNullable(requestId));
        }
    }
}
