package io.mostik.datahub;

import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.calc.EvaluationError;
import java.util.Map;

/**
 * What happened to the orders of a run or a refresh.
 *
 * @param read orders that came from the vendor
 * @param delivered orders that became a record
 * @param unmapped records whose status is in no container
 * @param errors values that could not be calculated, by their reason; at most two a record
 * @param unreconciled records whose lines do not add up to the order, though an expression uses them
 * @param unreadable orders that the vendor sent in a shape that cannot be read; left out
 * @param end how a refresh ended; a run is complete
 */
public record RunSummary(
        long read,
        long delivered,
        long unmapped,
        Map<EvaluationError, Long> errors,
        long unreconciled,
        long unreadable,
        FeedPoll.End end) {

    static final RunSummary BUSY = new RunSummary(0, 0, 0, Map.of(), 0, 0, FeedPoll.End.BUSY);

    /** Keeps an unchangeable copy. */
    public RunSummary {
        errors = Map.copyOf(errors);
    }

    /** Returns whether another thread or node refreshes, so that nothing was done here. */
    public boolean isBusy() {
        return end == FeedPoll.End.BUSY;
    }

    /** Returns how many values could not be calculated for a reason. */
    public long count(EvaluationError error) {
        return errors.getOrDefault(error, 0L);
    }
}
