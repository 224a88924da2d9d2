package io.mostik.datahub.connector;

import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedSource;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

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
     * @param unreadable is told, for each page that lacks rows since they cannot be read, how many
     */
    Iterable<HubOrder> list(PushedFilter filter, IntConsumer unreadable);

    /**
     * Returns the changes of orders, in the order of their last change.
     *
     * @param unreadable as for {@link #list}
     */
    FeedSource<HubOrder> changes(TimeSource time, IntConsumer unreadable);

    /**
     * Returns one order.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    HubOrder get(long id);

    /** Returns the lines of an order. */
    List<OrderLine> lines(long id);
}
