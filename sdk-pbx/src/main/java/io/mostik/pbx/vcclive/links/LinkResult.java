package io.mostik.pbx.vcclive.links;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a link did with something that happened elsewhere.
 *
 * @param state what became of it
 * @param numberId the id of the record, where it is known
 * @param unmapped the fields that did not get into the record
 */
public record LinkResult(State state, OptionalLong numberId, List<Unmapped> unmapped) {

    /** What became of it. */
    public enum State {
        /** VCC Live has it now. */
        DONE,
        /** VCC Live had it already; nothing was sent. */
        KNOWN,
        /**
         * It was sent before, and whether VCC Live has it is not known; nothing was sent. Somebody has to look, and tell
         * by {@link RecordLink#settle}.
         */
        UNDECIDED,
        /** Something required is missing; nothing was sent. */
        INCOMPLETE
    }

    /** Keeps an unchangeable copy. */
    public LinkResult {
        unmapped = List.copyOf(unmapped);
    }
}
