package io.mostik.core.once;

import java.time.Instant;
import java.util.Optional;

/**
 * A once-only write that is not done: under way, abandoned, unknown, running, planned, or refused.
 *
 * @param kind the name of its {@link Kind}
 * @param ref its id, or the digest of it
 * @param state its state
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
        boolean duplicated) {

    static OpenWrite of(OnceKey key, WriteRecord record, Instant now) {
        boolean abandoned = record.state() == WriteState.SENDING
                && !record.at().plus(record.lease()).isAfter(now);
        return new OpenWrite(
                key.kind(),
                key.ref(),
                record.state(),
                record.at(),
                abandoned,
                record.tries(),
                record.next(),
                record.why(),
                record.duplicated());
    }

    /** Returns one whose record is damaged or of a later release: a person has to look, and nobody can send it. */
    static OpenWrite unreadable(OnceKey key) {
        return new OpenWrite(
                key.kind(),
                key.ref(),
                WriteState.UNKNOWN,
                Instant.EPOCH,
                false,
                0,
                Optional.empty(),
                "the write record cannot be read",
                false);
    }

    /** Returns whether a record still is what was listed here. */
    boolean isSame(WriteRecord record) {
        return record.state() == state && record.tries() == tries && record.at().equals(since);
    }
}
