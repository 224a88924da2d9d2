package io.mostik.core.once;

import java.time.Instant;
import java.util.Optional;

/**
 * One move of a write record from state to state, as {@link OnceSteps#moved} sees it.
 *
 * @param asked what is asked
 * @param before the state at the vendor before the write, where it was read
 * @param from the state that is left
 * @param to the state that is entered; {@link WriteState#NONE} if the write did not happen
 * @param result what the write brought, where it is done and has a result
 * @param duplicated whether the write may have happened twice
 * @param at when, by the store's clock
 */
public record Move<P, S, R>(
        P asked,
        Optional<S> before,
        WriteState from,
        WriteState to,
        Optional<R> result,
        boolean duplicated,
        Instant at) {}
