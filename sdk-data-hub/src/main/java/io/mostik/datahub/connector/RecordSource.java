package io.mostik.datahub.connector;

import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/**
 * The orders of an account. How far a refresh has come is an opaque cursor: the state of the feed over
 * {@link #changes}. Implementations are thread-safe.
 */
public interface RecordSource {

    /** Returns the fields by which the vendor can be asked for orders. */
    Set<FilterField> pushDowns();

    /**
     * Returns the orders that a filter finds, each page asked for when the one before is used up, in an order in which
     * changes move no rows.
     *
     * @param filter has no other fields than {@link #pushDowns}
     * @param unreadable receives, for each page with unreadable rows, their number
     */
    Iterable<HubOrder> list(PushedFilter filter, IntConsumer unreadable);

    /**
     * Returns the changes of orders, in the order of their last change.
     *
     * @param unreadable as for {@link #list}
     */
    FeedSource<HubOrder> changes(TimeSource time, IntConsumer unreadable);

    /** Returns one order; empty if the vendor says that none has this id, any more or at all. */
    Optional<HubOrder> find(long id);

    /**
     * Finds the orders that have been deleted. Only the vendor's word that an order is not there counts, not its absence
     * from a list. Asks for each by itself; a source that can ask for many at once does so.
     *
     * @param held ids of orders; walked while calls are made
     * @param gone takes the id of each that was deleted
     * @throws io.mostik.core.SdkException if a call fails; what was found so far stays true
     */
    default void findDeleted(Iterable<Long> held, LongConsumer gone) {
        for (long id : held) {
            if (find(id).isEmpty()) {
                gone.accept(id);
            }
        }
    }

    /** Returns the lines of an order. */
    List<OrderLine> lines(long id);
}
