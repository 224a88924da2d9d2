package io.mostik.core.once;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a once-only write. A failure of the call itself is thrown; what is known of the id is returned.
 *
 * @param <R> the result of the write
 */
public sealed interface OnceResult<R> {

    /** How it became known that a write happened. */
    enum How {
        /** This call sent it. */
        SENT,
        /** An earlier call, perhaps of another process, did it. */
        EARLIER,
        /** It was seen at the vendor: when reading back, or because nothing had to be changed. */
        SEEN,
        /** A person said so. */
        RESOLVED
    }

    /**
     * It happened, once.
     *
     * @param result what it brought; empty if the answer was lost, or a person resolved it without a result
     * @param how how that became known
     */
    record Done<R>(Optional<R> result, How how) implements OnceResult<R> {

        /** Checks that no part is missing. */
        public Done {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(how, "how");
        }
    }

    /**
     * The vendor has started a job that is not over yet; call again later.
     *
     * @param handle the vendor's id of the job
     */
    record Running<R>(String handle) implements OnceResult<R> {}

    /**
     * Another thread or node is working on it, or it is too early to send it again. Nothing was sent; retry later.
     *
     * @param until when to retry, by the store's clock
     */
    record InProgress<R>(Instant until) implements OnceResult<R> {}

    /**
     * It may have happened, and what the vendor shows does not tell. Call again to read back once more, or let a person
     * look and {@link OnceWrites#resolve resolve} it.
     *
     * @param duplicated whether it may have happened twice; then only a person can resolve it
     */
    record Unknown<R>(boolean duplicated) implements OnceResult<R> {}

    /**
     * It did not happen and is not tried again.
     *
     * @param why a class of failure
     */
    record Refused<R>(String why) implements OnceResult<R> {}
}
