package io.mostik.datahub.remonline;

import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.OrderLine;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

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
        return () -> mapped(client.orders()
                .skippingUnreadable(unreadable)
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
                .sort("id")
                .build();
    }

    private static List<Long> list(PushedFilter filter, FilterField field) {
        Set<Long> values = filter.ids(field);
        return values.size() > MOST_VALUES ? List.of() : List.copyOf(values);
    }

    /** A second wider at either end: whether the vendor includes its bounds is not known. */
    private static List<Instant> range(PushedFilter filter, FilterField field) {
        return filter.times(field)
                .map(span -> List.of(span.from().minusSeconds(1), span.to().plusSeconds(1)))
                .orElse(List.of());
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
        return new ChangedOrders(
                RemOnlineFeeds.orderChanges(client, orders -> orders.skippingUnreadable(unreadable), time));
    }

    @Override
    public HubOrder get(long id) {
        return Orders.of(client.orders().get(id));
    }

    @Override
    public List<OrderLine> lines(long id) {
        return client.orders().items(id).stream().map(Orders::line).toList();
    }
}
