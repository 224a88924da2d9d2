package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.Async;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How a synchronous webhook is answered when its handler cannot answer. The vendor does not publish how long it waits; an
 * answer within 2 seconds is on the safe side.
 *
 * @param onFailure what to answer when the handler fails or takes too long; has no default on purpose
 * @param within how long the handler may take; it is interrupted then
 * @param async runs the handler
 */
public record TimeoutPolicy(FallbackDecision onFailure, Duration within, Async async) {

    private static final Duration SAFE = Duration.ofSeconds(2);

    /** Checks that no part is missing and the limit is positive. */
    public TimeoutPolicy {
        Objects.requireNonNull(onFailure, "onFailure");
        Objects.requireNonNull(async, "async");
        if (within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException("within must be positive");
        }
    }

    /** Returns rules with a limit of 2 seconds. */
    public static TimeoutPolicy of(FallbackDecision onFailure, Async async) {
        return new TimeoutPolicy(onFailure, SAFE, async);
    }

    /** Returns these rules with another limit. */
    public TimeoutPolicy within(Duration longest) {
        return new TimeoutPolicy(onFailure, longest, async);
    }

    /** Runs a handler; empty if it failed, answered nothing, or took too long. */
    <T> Optional<T> decide(Supplier<T> handler) {
        try {
            CompletableFuture<T> decision = async.call(handler);
            try {
                return Optional.ofNullable(decision.get(within.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                decision.cancel(true);
            }
        } catch (ExecutionException e) {
            return failed("handler failed: "
                    + Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
        } catch (TimeoutException | RejectedExecutionException e) {
            return failed("handler gave no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private <T> Optional<T> failed(String why) {
        System.getLogger("io.mostik.webhook")
                .log(System.Logger.Level.WARNING, "a synchronous webhook is answered " + onFailure + ": " + why);
        return Optional.empty();
    }
}
