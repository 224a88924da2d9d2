package io.mostik.core.once;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a workflow has to say about one kind of once-only write: how it is sent and how the vendor is asked whether it
 * happened. All else has a default. Implementations are stateless and thread-safe: a step may run in another process, days
 * later.
 *
 * @param <P> what is asked
 * @param <S> the state at the vendor before the write
 * @param <R> the result
 */
public interface OnceSteps<P, S, R> {

    /** Sends the write. Called by the holder of the lease only, at most once a lease. */
    Sent<R> send(P asked, Optional<S> before);

    /**
     * Asks the vendor whether a write happened whose answer is not known. Must change nothing. Its exceptions reach the
     * caller and leave the write record as it is; an {@link SdkException} arrives with the outcome {@code UNKNOWN}, since a
     * failed look says nothing about the write.
     */
    ReadBack<R> readBack(P asked, Optional<S> before);

    /** Reads what {@link #readBack} will compare with, before anything is noted. Its exceptions reach the caller. */
    default Before<S, R> before(P asked) {
        return Before.nothing();
    }

    /**
     * As {@link #before(Object)}, which it calls, with the side records as they were read together with the write record.
     * Those that {@link #moved} writes when the write is noted are the same ones then, or it is asked again.
     */
    default Before<S, R> before(P asked, SideRecords sides) {
        return before(asked);
    }

    /**
     * Asks for the end of a job that {@link #send} has {@linkplain Sent#started started}: applied means it ended well, not
     * applied means it ended without effect, unknown means it is still running. A planned write whose job ended without
     * effect is tried again.
     */
    default ReadBack<R> poll(P asked, String handle) {
        return ReadBack.unknown();
    }

    /**
     * Returns what a failure of {@link #send} proves: the outcome of an {@link SdkException}, and {@code UNKNOWN} for
     * everything else, such as a bug after the vendor acted.
     */
    default Outcome outcomeOf(RuntimeException failure) {
        return failure instanceof SdkException known ? known.outcome() : Outcome.UNKNOWN;
    }

    /** Returns the records of the workflow that change in the same commit as the write record; at most ten. */
    default List<SideRecord<?>> sideRecords(P asked) {
        return List.of();
    }

    /**
     * Throws the workflow's own typed refusal if this write must not go on. Called before anything is noted or returned,
     * with the side records as they are.
     */
    default void admit(P asked, WriteState state, SideRecords sides) {}

    /**
     * Writes down how the side records look after a move of the write record. Called once for each try to commit: no
     * effects other than on {@code sides}.
     */
    default void moved(Move<P, S, R> move, SideRecords sides) {}

    /** Returns the steps of a write that needs nothing else. */
    static <P, S, R> OnceSteps<P, S, R> of(Function<P, R> send, Function<P, ReadBack<R>> readBack) {
        return new OnceSteps<>() {
            @Override
            public Sent<R> send(P asked, Optional<S> before) {
                return Sent.result(send.apply(asked));
            }

            @Override
            public ReadBack<R> readBack(P asked, Optional<S> before) {
                return readBack.apply(asked);
            }
        };
    }
}
