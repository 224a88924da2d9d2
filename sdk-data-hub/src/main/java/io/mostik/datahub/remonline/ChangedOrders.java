package io.mostik.datahub.remonline;

import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.remonline.orders.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The changes of orders as the hub sees them.
 *
 * @param orders the changes as RemOnline tells them
 */
record ChangedOrders(FeedSource<Order> orders) implements FeedSource<HubOrder> {

    @Override
    public String id(HubOrder row) {
        return Long.toString(row.id());
    }

    /** The source leaves out orders without a time of change, so each has one. */
    @Override
    public Instant changedAt(HubOrder row) {
        return row.modifiedAt().orElseThrow();
    }

    @Override
    public Walk<HubOrder> from(Instant from) {
        Walk<Order> walk = orders.from(from);
        return new Walk<>() {
            @Override
            public boolean isDone() {
                return walk.isDone();
            }

            @Override
            public List<HubOrder> next() {
                return walk.next().stream().map(Orders::of).toList();
            }

            @Override
            public Instant completeBefore() {
                return walk.completeBefore();
            }

            @Override
            public Optional<Instant> askedAt() {
                return walk.askedAt();
            }
        };
    }
}
