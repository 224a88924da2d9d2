package io.mostik.salesautopilot.workflow;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.RateLimitedException;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.Duration;
import java.util.Optional;

/** What failures mean for a run of many entries. */
final class Failures {

    /** A hard stop of the cost meter asks to wait for the next month, but may be raised before. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private Failures() {}

    /**
     * Returns whether the next entry would fail in the same way: the key pair is refused, nothing can leave, the store is
     * down. All else may be the fault of one entry.
     */
    static boolean meetTheNextToo(RuntimeException failure) {
        if (failure instanceof SdkException sdk) {
            return sdk instanceof AuthException
                    || sdk instanceof RateLimitedException
                    || sdk.failure().cancelled()
                    || sdk.outcome() == Outcome.NOT_SENT;
        }
        return failure instanceof StateStoreException;
    }

    /**
     * Returns a failure as one that may pass by itself, so that a planned write is tried again after it.
     *
     * @param pause the shortest time until then; the vendor may ask for more, up to an hour
     */
    static SdkException temporary(SdkException failure, Duration pause) {
        FailureInfo known = failure.failure();
        Optional<Duration> wait = known.retryAfter()
                .filter(asked -> asked.compareTo(LONGEST_WAIT) <= 0)
                .filter(asked -> asked.compareTo(pause) > 0);
        FailureInfo passing = info(known, true, Optional.of(wait.orElse(pause)));
        SdkException again = failure instanceof ApiException answered
                ? ApiException.of(answered.error(), passing)
                : new TransportException("the payment is still open", passing, failure);
        return again.tried(failure.attempts());
    }

    /** Returns a refusal as a failure after which a planned write is tried again, no sooner than after a pause. */
    static SdkException waiting(MarketingRefusedException refused, Duration pause) {
        return new TransportException(
                "the payment is still open",
                FailureInfo.temporary("ledger", Outcome.NOT_SENT, Phase.PREPARE).withRetryAfter(Optional.of(pause)),
                refused);
    }

    /** Returns a failure as one after which a planned write is a dead letter. */
    static SdkException lasting(RuntimeException failure) {
        return new TransportException(
                "the payment is given up",
                failure instanceof SdkException sdk
                        ? info(sdk.failure(), false, Optional.empty())
                        : FailureInfo.lasting("ledger", Outcome.NOT_SENT, Phase.PREPARE),
                failure);
    }

    private static FailureInfo info(FailureInfo known, boolean temporary, Optional<Duration> retryAfter) {
        return new FailureInfo(
                known.operation(),
                known.outcome(),
                known.phase(),
                temporary,
                known.cancelled(),
                retryAfter,
                known.requestId());
    }

    /** Returns what a failure of a write proves: a refusal, that nothing happened. */
    static Outcome outcomeOf(RuntimeException failure) {
        if (failure instanceof MarketingRefusedException) {
            return Outcome.REJECTED;
        }
        return failure instanceof SdkException sdk ? sdk.outcome() : Outcome.UNKNOWN;
    }

    static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            throw new MarketingRefusedException(reason);
        }
    }
}
