package io.mostik.salesautopilot.workflow;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of one entry of a run: what is known of it, or how it failed. A failure of one entry does not stop the
 * others.
 *
 * @param id what tells the entry from others: the shop's number of an order, the website's id of a user
 * @param result what is known of it; empty after a failure
 * @param failure how it failed; empty if it did not
 * @param <R> the result of the write
 */
public record EntryResult<R>(String id, Optional<OnceResult<R>> result, Optional<RuntimeException> failure) {

    /** Checks that no part is missing. */
    public EntryResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(failure, "failure");
    }

    static <R> EntryResult<R> of(String id, OnceResult<R> result) {
        return new EntryResult<>(id, Optional.of(result), Optional.empty());
    }

    static <R> EntryResult<R> failed(String id, RuntimeException failure) {
        return new EntryResult<>(id, Optional.empty(), Optional.of(failure));
    }

    /** Returns whether it happened. */
    public boolean isDone() {
        return result.filter(OnceResult.Done.class::isInstance).isPresent();
    }

    /** Returns what it brought; empty if it is not done, or was resolved by a person. */
    public Optional<R> value() {
        return result.flatMap(known -> known instanceof OnceResult.Done<R> done ? done.result() : Optional.empty());
    }

    /** Returns how it became known that it happened; empty if it is not done. */
    public Optional<OnceResult.How> how() {
        return result.flatMap(
                known -> known instanceof OnceResult.Done<R> done ? Optional.of(done.how()) : Optional.empty());
    }

    /** Returns whether it may have happened, and nobody can tell yet. */
    public boolean isUnknown() {
        return result.filter(OnceResult.Unknown.class::isInstance).isPresent()
                || failure.filter(EntryResult::leavesUnknown).isPresent();
    }

    /** Returns why a workflow refused it; empty if none did. */
    public Optional<Reason> reason() {
        return failure.flatMap(
                e -> e instanceof MarketingRefusedException refused ? Optional.of(refused.reason()) : Optional.empty());
    }

    /** Returns whether the next entry of a run would fail in the same way. */
    boolean endsTheRun() {
        return failure.filter(Failures::meetTheNextToo).isPresent();
    }

    private static boolean leavesUnknown(RuntimeException failure) {
        return failure instanceof SdkException sdk && sdk.outcome() == Outcome.UNKNOWN;
    }
}
