package io.mostik.bridge.intent;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionResult;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from one attempt. What an earlier attempt may have sent is never taken for not sent because a later call
 * was refused or did not get through: only the action itself can say that, by its result.
 */
final class Attempts {

    private static final Duration READ_BACK_FOR = Duration.ofMinutes(30);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final Duration RESULT_SOON = Duration.ofSeconds(2);

    private Attempts() {}

    /**
     * Returns what follows from a result.
     *
     * @param row as it was before the attempt
     */
    static Move after(IntentRow row, ActionResult result, Instant now) {
        if (result instanceof ActionResult.Done done) {
            return Move.done(done.code(), done.results());
        }
        if (result instanceof ActionResult.Refused refused) {
            return Move.refused(refused.code(), refused.next(), refused.vendorSays());
        }
        if (result instanceof ActionResult.Unknown unknown) {
            return Move.unknown(unknown.code(), unknown.lookAgain().map(now::plus));
        }
        ActionResult.Again again = (ActionResult.Again) result;
        Duration pause = again.pause().compareTo(Duration.ZERO) > 0 ? again.pause() : pauseAfter(row);
        return row.isBegun() || again.isBegun()
                ? stillOpen(row, again.code(), now.plus(pause))
                : notSent(row, again.code(), now.plus(pause));
    }

    /** Returns what a look after a restore has shown: a refusal to send proves nothing of what was sent before. */
    static ActionResult looked(ActionResult result) {
        return result instanceof ActionResult.Refused refused
                ? new ActionResult.Unknown(refused.code(), Optional.of(LOOK_AGAIN))
                : result;
    }

    /** Returns what follows from a failure of the vendor or of the way to it. */
    static Move after(IntentRow row, SdkException failure, Instant now) {
        Instant next = next(row, failure, now);
        if (failure.outcome() == Outcome.APPLIED) {
            return row.intent().code().equals(Codes.ANSWER_LOST)
                    ? Move.done(Codes.ANSWER_LOST, Fields.none())
                    : Move.working(Codes.ANSWER_LOST, now.plus(RESULT_SOON));
        }
        if (failure.outcome() == Outcome.UNKNOWN || row.isBegun()) {
            return readBack(row, Codes.READING_BACK, now, next);
        }
        if (failure instanceof AuthException) {
            return notSent(row, Codes.CONNECTION_REFUSED, now.plus(ConnectionMarks.PROBE));
        }
        if (failure.outcome() == Outcome.NOT_SENT || failure.failure().temporary()) {
            return notSent(row, Codes.VENDOR_UNAVAILABLE, next);
        }
        Optional<String> says = failure instanceof ApiException answer
                ? Optional.of(answer.error().message())
                : Optional.empty();
        return Move.refused(Codes.REFUSED_BY_VENDOR, NextStep.NEW_DOCUMENT, says);
    }

    /** Returns what follows from a mistake in an action: nobody knows how far it came. */
    static Move afterMistake(IntentRow row, Instant now) {
        return readBack(row, Codes.BRIDGE_ERROR, now, now.plus(pauseAfter(row)));
    }

    /** Returns what follows if it cannot be tried now; nothing is lost by it. */
    static Move notNow(IntentRow row, String code, Instant at) {
        return row.isBegun() ? stillOpen(row, code, at) : notSent(row, code, at);
    }

    private static Move notSent(IntentRow row, String code, Instant next) {
        if (row.intent().state() == IntentState.UNKNOWN) {
            return stillOpen(row, code, next);
        }
        Instant last = row.intent().validUntil().orElse(next);
        return Move.accepted(code, next.isBefore(last) ? next : last);
    }

    private static Move readBack(IntentRow row, String code, Instant now, Instant next) {
        Instant since = row.begunAt().orElse(now);
        return row.intent().state() == IntentState.UNKNOWN || now.isBefore(since.plus(READ_BACK_FOR))
                ? stillOpen(row, code, next)
                : Move.unknown(code, Optional.of(now.plus(LOOK_AGAIN)));
    }

    /** What is unknown stays so until it is known. */
    private static Move stillOpen(IntentRow row, String code, Instant next) {
        return row.intent().state() == IntentState.UNKNOWN
                ? Move.unknown(row.intent().code(), Optional.of(next))
                : Move.working(code, next);
    }

    private static Instant next(IntentRow row, SdkException failure, Instant now) {
        Instant usual = now.plus(pauseAfter(row));
        Instant asked = failure.retryAfter().map(now::plus).orElse(usual);
        return asked.isAfter(usual) ? asked : usual;
    }

    private static Duration pauseAfter(IntentRow row) {
        return Backoff.after(row.intent().tries() + 1);
    }
}
