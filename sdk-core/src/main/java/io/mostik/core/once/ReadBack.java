package io.mostik.core.once;

import java.util.Objects;
import java.util.Optional;

/**
 * What the vendor shows of a write whose answer is not known. Immutable.
 *
 * @param verdict whether the write can be seen
 * @param result what it brought, where {@code verdict} is {@link Verdict#APPLIED} and the write has a result
 * @param <R> the result of the write
 */
public record ReadBack<R>(Verdict verdict, Optional<R> result) {

    /** Whether a write can be seen at the vendor. */
    public enum Verdict {
        /** It happened. */
        APPLIED,
        /** It did not happen so far. */
        NOT_APPLIED,
        /** What the vendor shows fits both, or the vendor does not tell. */
        UNKNOWN
    }

    /** Checks that no part is missing. */
    public ReadBack {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(result, "result");
    }

    /** Returns that the write happened, with its result. */
    public static <R> ReadBack<R> applied(R result) {
        return new ReadBack<>(Verdict.APPLIED, Optional.of(result));
    }

    /** Returns that the write did not happen so far. */
    public static <R> ReadBack<R> notApplied() {
        return new ReadBack<>(Verdict.NOT_APPLIED, Optional.empty());
    }

    /** Returns that nobody can tell yet. */
    public static <R> ReadBack<R> unknown() {
        return new ReadBack<>(Verdict.UNKNOWN, Optional.empty());
    }
}
