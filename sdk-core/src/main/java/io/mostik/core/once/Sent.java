package io.mostik.core.once;

import java.util.Objects;

/**
 * How the vendor answered a write.
 *
 * @param <R> the result of the write
 */
public sealed interface Sent<R> {

    /**
     * The write is done.
     *
     * @param value its result
     */
    record Result<R>(R value) implements Sent<R> {

        /** Checks that the result is there. */
        public Result {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The vendor has started a job; {@link OnceSteps#poll} asks for its end.
     *
     * @param handle the vendor's id of the job
     */
    record Started<R>(String handle) implements Sent<R> {

        /** Checks that the handle is there. */
        public Started {
            if (handle.isBlank()) {
                throw new IllegalArgumentException("handle must not be blank");
            }
        }
    }

    /** Returns that the write is done. */
    static <R> Sent<R> result(R value) {
        return new Result<>(value);
    }

    /** Returns that the vendor has started a job. */
    static <R> Sent<R> started(String handle) {
        return new Started<>(handle);
    }
}
