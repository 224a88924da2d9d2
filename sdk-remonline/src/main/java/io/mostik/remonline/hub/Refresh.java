package io.mostik.remonline.hub;

import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrdersApi;
import java.util.Set;

/**
 * Brings a table up to date with what changed since the last time. All changed orders are looked at, not only those that
 * the vendor would find by the filter: an order that no longer passes it has to leave the table. Belongs to one refresh.
 */
final class Refresh {

    private final OrdersApi orders;
    private final RecordMaker maker;
    private final ConnectionStore store;
    private final HubTable table;
    private final Counter counter = new Counter();
    private final Set<Long> unsettled;

    Refresh(RemOnline client, RecordMaker maker, ConnectionStore store, HubTable table) {
        this.orders = client.orders().skippingUnreadable(counter::unreadable);
        this.maker = maker;
        this.store = store;
        this.table = table;
        this.unsettled = store.unsettled();
    }

    RunTally run(long revision) {
        for (long id : Set.copyOf(unsettled)) {
            lookAgain(id);
        }
        orders.changes(store.store(), store.feed(revision)).poll(this::apply);
        return counter.tally();
    }

    /** A change of lines within the second of the last look shows neither in the row nor in its time. */
    private void lookAgain(long id) {
        try {
            apply(orders.get(id));
        } catch (NotFoundException e) {
            table.remove(id);
            settle(id);
        } catch (DecodingException e) {
            counter.unreadable(1);
        }
    }

    private void apply(Order order) {
        boolean settled = !maker.dependsOnItems() || maker.items().isSettled(order);
        if (settled) {
            settle(order.id());
        } else if (unsettled.add(order.id())) {
            store.unsettled(unsettled);
        }
        maker.make(order, counter).ifPresentOrElse(table::put, () -> table.remove(order.id()));
    }

    private void settle(long id) {
        if (unsettled.remove(id)) {
            store.unsettled(unsettled);
        }
    }
}
