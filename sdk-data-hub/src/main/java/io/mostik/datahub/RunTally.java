package io.mostik.datahub;

import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.calc.Trouble;
import java.util.Map;

/**
 * What happened to the orders of a run or a refresh.
 *
 * @param read orders that came from the vendor
 * @param delivered orders that became a record
 * @param unmapped records whose status is in no container
 * @param troubles values that could not be calculated, by their reason; at most two a record
 * @param unreconciled records whose lines do not add up to the order, though an expression uses them
 * @param unreadable orders that the vendor sent in a shape that cannot be read; left out
 * @param end how a refresh ended; a run is complete
 */
public record RunTally(
        long read,
        long delivered,
        long unmapped,
        Map<Trouble, Long> troubles,
        long unreconciled,
        long unreadable,
        FeedPoll.End end) {

    static final RunTally BUSY = new RunTally(0, 0, 0, Map.of(), 0, 0, FeedPoll.End.BUSY);

    /** Keeps an unchangeable copy. */
    public RunTally {
        troubles = Map.copyOf(troubles);
    }

    /** Returns whether another thread or node refreshes, so that nothing was done here. */
    public boolean isBusy() {
        return end == FeedPoll.End.BUSY;
    }

    /** Returns how many values could not be calculated for a reason. */
    public long count(Trouble trouble) {
        return troubles.getOrDefault(trouble, 0L);
    }
}
