package io.mostik.core.once;

import java.util.Objects;

/**
 * What the vendor showed before a write was sent; kept in the write record, so that {@link OnceSteps#readBack} can compare.
 *
 * @param <S> the state at the vendor
 * @param <R> the result of the write
 */
public sealed interface Before<S, R> {

    /**
     * The state before the write.
     *
     * @param value what the vendor showed
     */
    record State<S, R>(S value) implements Before<S, R> {

        /** Checks that the state is there. */
        public State {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Nothing has to be known before this write. */
    record Nothing<S, R>() implements Before<S, R> {}

    /**
     * The vendor is in the wanted state already: nothing is sent and nothing is noted.
     *
     * @param result the result to return
     */
    record NothingToDo<S, R>(R result) implements Before<S, R> {

        /** Checks that the result is there. */
        public NothingToDo {
            Objects.requireNonNull(result, "result");
        }
    }

    /** Returns the state before the write. */
    static <S, R> Before<S, R> state(S value) {
        return new State<>(value);
    }

    /** Returns that nothing has to be known. */
    static <S, R> Before<S, R> nothing() {
        return new Nothing<>();
    }

    /** Returns that the write is not needed. */
    static <S, R> Before<S, R> nothingToDo(R result) {
        return new NothingToDo<>(result);
    }
}
