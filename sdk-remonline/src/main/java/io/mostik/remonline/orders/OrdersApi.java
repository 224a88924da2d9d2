package io.mostik.remonline.orders;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.internal.RoPage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Repair orders. Obtained from {@code RemOnline.orders()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class OrdersApi {

    private static final Endpoint<RoPage<Order>> LIST =
            Endpoint.read("orders.list", "GET", "/orders", JsonType.envelope(RoPage.class, Order.class));
    private static final Endpoint<Order> GET = Endpoint.read("orders.get", "GET", "/orders/{id}", Order.class);
    private static final Endpoint<List<OrderStatus>> STATUSES =
            Endpoint.read("orders.statuses", "GET", "/orders/statuses", JsonType.listOf(OrderStatus.class));
    // Every change of status enters the history of the order and may send messages to its client.
    private static final Endpoint<NoAnswer> SET_STATUS =
            Endpoint.once("orders.setStatus", "POST", "/orders/{id}/status");

    private final ApiClient api;

    /** Creates the API over an engine; use {@code RemOnline.orders()}. */
    public OrdersApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns one order.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public Order get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the orders that a query finds, 50 a page; nothing is sent until they are walked. An empty list can mean
     * that the key may not see the location. Orders that move between pages meanwhile come once.
     */
    public Paged<Order> list(OrderQuery query) {
        return Paged.numbered(
                        1,
                        page -> api.call(LIST)
                                .query("page", page)
                                .queries(query)
                                .send()
                                .toPage())
                .distinctBy(Order::id);
    }

    /** Returns the statuses of this account. */
    public List<OrderStatus> statuses() {
        return api.call(STATUSES).send();
    }

    /**
     * Moves an order to another status. Never sent twice: after a failure with {@code UNKNOWN}, read the order to see.
     *
     * @param comment goes into the history; may be empty
     */
    public void setStatus(long id, long statusId, String comment) {
        api.call(SET_STATUS)
                .path("id", id)
                .json(Map.of("status_id", statusId, "comment", comment))
                .send();
    }
}
