package io.mostik.datahub.remonline;

import io.mostik.core.NotFoundException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallOptions;
import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.OrderLine;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.workflow.DeletionSweep;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** The orders of RemOnline. */
record RemOnlineOrders(RemOnline client) implements RecordSource {

    /** The longest list that the vendor takes is not known. */
    private static final int MOST_VALUES = 50;

    @Override
    public Set<FilterField> pushDowns() {
        return EnumSet.allOf(FilterField.class);
    }

    @Override
    public Iterable<HubOrder> list(PushedFilter filter, IntConsumer unreadable) {
        return () -> mapped(skipping(unreadable)
                .orders()
                .takingExcludedRows()
                .list(query(filter))
                .iterator());
    }

    /** Sorted by id, so that pages stay as they are while they are read. */
    static OrderQuery query(PushedFilter filter) {
        return OrderQuery.builder()
                .branches(list(filter, FilterField.LOCATION))
                .types(list(filter, FilterField.ORDER_TYPE))
                .statuses(list(filter, FilterField.STATUS))
                .managers(list(filter, FilterField.MANAGER))
                .clientsIds(list(filter, FilterField.CLIENT))
                .createdAt(range(filter, FilterField.CREATED_AT))
                .modifiedAt(range(filter, FilterField.MODIFIED_AT))
                .sort(Sort.ID)
                .build();
    }

    private static List<Long> list(PushedFilter filter, FilterField field) {
        Set<String> values = filter.ids(field);
        return values.size() > MOST_VALUES
                ? List.of()
                : values.stream().map(Long::valueOf).sorted().toList();
    }

    /** A second wider at either end: whether the vendor includes its bounds is not known. */
    private static Optional<TimeRange> range(PushedFilter filter, FilterField field) {
        return filter.times(field)
                .map(span ->
                        TimeRange.between(span.from().minusSeconds(1), span.to().plusSeconds(1)));
    }

    private static Iterator<HubOrder> mapped(Iterator<Order> orders) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return orders.hasNext();
            }

            @Override
            public HubOrder next() {
                return Orders.of(orders.next());
            }
        };
    }

    @Override
    public FeedSource<HubOrder> changes(TimeSource time, IntConsumer unreadable) {
        return new ChangedOrders(RemOnlineFeeds.orderChanges(skipping(unreadable), time));
    }

    /** Sums over lines of which one is left out would be wrong, and nobody could tell. */
    private RemOnline whole() {
        return client.with(client.options().withoutSkipping());
    }

    /** With the options that the application gave to its client; what it wants to be told, it is told too. */
    private RemOnline skipping(IntConsumer unreadable) {
        CallOptions own = client.options();
        Consumer<CallListener.SkippedRows> counting = rows -> unreadable.accept(rows.count());
        return client.with(own.toBuilder()
                .skippingUnreadable(
                        own.skippingUnreadable().map(counting::andThen).orElse(counting))
                .build());
    }

    @Override
    public Optional<HubOrder> find(long id) {
        try {
            return Optional.of(Orders.of(client.orders().get(id)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void findDeleted(Iterable<Long> held, LongConsumer gone) {
        long unused = DeletionSweep.orders(whole()).sweep(held, gone);
    }

    @Override
    public List<OrderLine> lines(long id) {
        return whole().orders().items(id).stream().map(Orders::line).toList();
    }
}
