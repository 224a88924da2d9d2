package io.mostik.core.http;

import io.mostik.core.ApiException;
import io.mostik.core.Attempt;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Owns the tries of a call, and what comes of the last one: repeats a failed try as the policy allows, within the
 * deadline and the budget. Never starts a pause that would end after the deadline: it fails at once and says when a new
 * try makes sense. Thread-safe.
 */
final class RetryLoop {

    private final RetryPolicy policy;
    private final RetryBudget budget;
    private final ListenerNotifier listening;
    private final TimeSource time;
    private final RandomGenerator random;

    RetryLoop(
            RetryPolicy policy,
            RetryBudget budget,
            ListenerNotifier listening,
            TimeSource time,
            RandomGenerator random) {
        this.policy = policy;
        this.budget = budget;
        this.listening = listening;
        this.time = time;
        this.random = random;
    }

    /**
     * One try of a call: sends it and reads the answer, so that an answer which cannot be read is a failed try.
     *
     * @param <T> what the call brings
     */
    @FunctionalInterface
    interface Try<T> {

        /**
         * Tries once.
         *
         * @param number which try this is, from 1
         */
        T run(int number);
    }

    /** Returns what the first try that goes well brings, or throws what ended the last one. */
    <T> T run(ApiRequest request, Try<T> aTry) {
        @Nullable CallEvent event = FlightEvents.call();
        long start = time.nanoTime();
        List<Attempt> tried = List.of();
        while (true) {
            long tryStart = time.nanoTime();
            try {
                T result = aTry.run(tried.size() + 1);
                budget.earn();
                tell(request, event, start, tried.size() + 1, Optional.empty(), idOf(result));
                return result;
            } catch (SdkException failure) {
                Optional<Duration> pause = pauseBefore(request, failure, tried.size() + 1);
                tried = plus(tried, failure, tryStart, pause.orElse(Duration.ZERO));
                failure.tried(tried);
                boolean goesOn = pause.isPresent() && rest(request, pause.get());
                if (!goesOn) {
                    SdkException ended = overAllTries(request, failure);
                    tell(request, event, start, tried.size(), Optional.of(ended.outcome()), ended.requestId());
                    throw pause.isPresent() ? cancelled(request, failure) : ended;
                }
            } catch (RuntimeException | Error broken) {
                // From the embedder's own parts, such as a supplier of tokens: passed on as it is, and told all the
                // same.
                tell(request, event, start, tried.size() + 1, Optional.of(Outcome.UNKNOWN), Optional.empty());
                throw broken;
            }
        }
    }

    private Optional<Duration> pauseBefore(ApiRequest request, SdkException failure, int attempt) {
        failure.retryAfter().ifPresent(wait -> failure.retryAt(time.now().plus(wait)));
        Optional<Duration> pause = policy(request).pauseAfter(request.effect(), failure, attempt, random);
        if (pause.isEmpty()) {
            return Optional.empty();
        }
        if (pause.get().compareTo(request.deadline().remaining()) >= 0) {
            failure.retryAt(time.now().plus(pause.get()));
            return Optional.empty();
        }
        return budget.take() ? pause : Optional.empty();
    }

    private RetryPolicy policy(ApiRequest request) {
        return request.plan().options().retry().orElse(policy);
    }

    /** Returns whether the pause was taken whole. */
    private boolean rest(ApiRequest request, Duration pause) {
        listening.waiting(new CallListener.Wait(request.operation(), CallListener.Wait.Reason.RETRY, pause));
        try {
            time.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            budget.giveBack();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A last try that was not sent or was refused proves nothing about the ones before it, of which one may have reached the
     * vendor: "already blocked" may be the answer to the work of the first try. A read that was refused brought nothing in any try.
     */
    private static SdkException overAllTries(ApiRequest request, SdkException last) {
        Outcome outcome = outcomeOver(request, last);
        if (outcome == last.outcome()) {
            return last;
        }
        FailureInfo facts = new FailureInfo(
                request.operation(),
                outcome,
                last.phase(),
                last.failure().temporary(),
                last.failure().cancelled(),
                last.retryAfter(),
                last.requestId());
        String earlier = outcome == Outcome.UNKNOWN ? "may have been done" : "was refused";
        SdkException ended = last instanceof ApiException answered
                ? answered.afterUnknownTry(facts)
                : new TransportException("an earlier try " + earlier + "; the last was not sent", facts, last);
        ended.tried(last.attempts());
        last.retryAt().ifPresent(ended::retryAt);
        return ended;
    }

    private static Outcome outcomeOver(ApiRequest request, SdkException last) {
        boolean unsent = last.outcome() == Outcome.NOT_SENT;
        boolean refusedWrite = last.outcome() == Outcome.REJECTED && request.effect() != Effect.READ;
        List<Outcome> all = last.attempts().stream().map(Attempt::outcome).toList();
        if ((unsent || refusedWrite) && (all.contains(Outcome.UNKNOWN) || all.contains(Outcome.APPLIED))) {
            return Outcome.UNKNOWN;
        }
        return unsent && all.contains(Outcome.REJECTED) ? Outcome.REJECTED : last.outcome();
    }

    /** However a call is ended from outside, it is seen in one way; what is known of it is known from its last try. */
    private static SdkException cancelled(ApiRequest request, SdkException lastTry) {
        FailureInfo facts = FailureInfo.cancelled(
                        request.operation(), overAllTries(request, lastTry).outcome(), Phase.WAIT)
                .withRequestId(lastTry.requestId());
        String text = "cancelled while pausing before another try";
        return new TransportException(text, facts, lastTry).tried(lastTry.attempts());
    }

    private List<Attempt> plus(List<Attempt> tried, SdkException failure, long start, Duration pause) {
        List<Attempt> more = new ArrayList<>(tried);
        Duration took = Duration.ofNanos(time.nanoTime() - start);
        OptionalInt status =
                failure instanceof ApiException answered ? OptionalInt.of(answered.status()) : OptionalInt.empty();
        more.add(new Attempt(tried.size() + 1, took, status, failure.outcome(), pause));
        return more;
    }

    private static <T> Optional<String> idOf(T result) {
        return result instanceof CallResult<?> told ? told.requestId() : Optional.empty();
    }

    private void tell(
            ApiRequest request,
            @Nullable CallEvent event,
            long start,
            int attempts,
            Optional<Outcome> failure,
            Optional<String> requestId) {
        FlightEvents.finish(event, request, attempts, failure);
        if (listening.isHeard()) {
            Duration took = Duration.ofNanos(time.nanoTime() - start);
            listening.finished(new CallListener.Finished(
                    request.operation(), request.effect(), attempts, took, failure, requestId));
        }
    }
}
