package io.mostik.core.once;

import java.time.Instant;
import java.util.Optional;

/**
 * A once-only write that is not done: under way, abandoned, unknown, running, planned, or refused.
 *
 * @param kind the name of its {@link Kind}
 * @param ref its id, or the digest of it
 * @param state where it stands
 * @param since when it came into this state, by the store's clock
 * @param abandoned whether the lease of its sender is over
 * @param tries how often it was sent or begun
 * @param next when it is due, if it is planned
 * @param why the class of the last failure; empty if there was none
 * @param duplicated whether it may have happened twice
 */
public record OpenWrite(
        String kind,
        String ref,
        WriteState state,
        Instant since,
        boolean abandoned,
        int tries,
        Optional<Instant> next,
        String why,
        boolean duplicated) {}
