package io.mostik.remonline.estimates;

import io.mostik.core.NotFoundException;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SentOrder;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderItem;
import io.mostik.remonline.orders.OrderItemUpdate;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.orders.OrderType;
import io.mostik.remonline.orders.OrderUpdate;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates; the vendor gives them the model of orders. Obtained from {@code RemOnline.estimates()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class EstimatesApi {

    private static final Endpoint<PageV2<Order>> LIST =
            Endpoint.read("estimates.list", "GET", "/estimates", JsonType.envelope(PageV2.class, Order.class));
    private static final Endpoint<Order> GET = Endpoint.read("estimates.get", "GET", "/estimates/{id}", Order.class);
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("estimates.create", "POST", "/estimates", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE = Endpoint.once("estimates.update", "PATCH", "/estimates/{id}");
    private static final Endpoint<Rows<OrderItem>> ITEMS = Endpoint.read(
            "estimates.items", "GET", "/estimates/{id}/items", JsonType.envelope(Rows.class, OrderItem.class));
    private static final Endpoint<Created> ADD_ITEM =
            Endpoint.once("estimates.addItem", "POST", "/estimates/{id}/items", Created.class);
    private static final Endpoint<NoAnswer> UPDATE_ITEM =
            Endpoint.once("estimates.updateItem", "PATCH", "/estimates/{id}/items/{item}");
    // Every change of status enters the history and may send messages to the client.
    private static final Endpoint<NoAnswer> SET_STATUS =
            Endpoint.once("estimates.setStatus", "POST", "/estimates/{id}/status");
    private static final Endpoint<Rows<OrderStatus>> STATUSES = Endpoint.read(
            "estimates.statuses", "GET", "/estimates/statuses", JsonType.envelope(Rows.class, OrderStatus.class));
    private static final Endpoint<Rows<OrderType>> TYPES =
            Endpoint.read("estimates.types", "GET", "/estimates/types", JsonType.envelope(Rows.class, OrderType.class));

    private static final FilterCheck<Order> CHECK = FilterCheck.ofOrders("estimates.list");

    private final ApiClient api;
    private final ListStyle lists;

    EstimatesApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /**
     * Returns one estimate.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Order get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the estimates that a query finds, 50 a page; nothing is sent until they are walked.
     *
     * @throws IllegalArgumentException if the query names assets: estimates have none
     */
    public Paged<Order> list(OrderQuery query) {
        if (!query.assetUid().isEmpty()) {
            throw new IllegalArgumentException("assetUid does not restrict estimates");
        }
        return Filters.paged(
                lists.filters(query),
                Order::id,
                (filters, page) -> CHECK.checked(
                        filters,
                        api.call(LIST)
                                .query("page", page)
                                .queries(filters)
                                .send()
                                .toPage(page)));
    }

    /**
     * Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it.
     */
    public Created create(NewOrder order) {
        return api.call(CREATE).json(order).send();
    }

    /**
     * Changes one. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void update(long id, OrderUpdate changes) {
        api.call(UPDATE).path("id", id).json(changes).send();
    }

    /**
     * Returns the lines.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<OrderItem> items(long id) {
        return api.call(ITEMS).path("id", id).send().list();
    }

    /** Adds a line. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileItem} looks for it. */
    public Created addItem(long id, NewOrderItem item) {
        return api.call(ADD_ITEM).path("id", id).json(item).send();
    }

    /**
     * Changes a line. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if there is no such line
     */
    public void updateItem(long id, long itemId, OrderItemUpdate changes) {
        api.call(UPDATE_ITEM).path("id", id).path("item", itemId).json(changes).send();
    }

    /**
     * Moves one to another status. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileStatus}
     * tells.
     *
     * @param comment goes into the history; may be empty
     */
    public void setStatus(long id, long statusId, String comment) {
        api.call(SET_STATUS)
                .path("id", id)
                .json(Map.of("status_id", statusId, "comment", comment))
                .send();
    }

    /** Returns the statuses of this account. */
    public List<OrderStatus> statuses() {
        return api.call(STATUSES).send().list();
    }

    /** Returns the types of this account. */
    public List<OrderType> types() {
        return api.call(TYPES).send().list();
    }

    /**
     * Returns the estimate that an event is about, in its current state; empty if the event is about something else,
     * such as an order, or the estimate has gone. Events of estimates have the names of those of orders.
     */
    public Optional<Order> find(RemOnlineEvent event) {
        boolean mayBe = event.isAbout("estimate") || event.isAbout("order");
        if (!mayBe || event.objectId().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(get(event.objectId().getAsLong()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns one page of the estimates changed in a range. The filter is documented; that {@code sort} takes
     * {@code modified_at} is inferred from orders and people, so they may come in another order: {@code RemOnlineFeeds}
     * walks the pages without loss either way.
     *
     * @param range its ends included, to the second
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Order> changed(TimeRange range, int page) {
        return DatedRows.of(
                api.call(LIST).query("page", page).queries(lists.changedIn(range)),
                page,
                "estimates.list",
                Order::modifiedAt);
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the estimates made since for
     * the client, of the type and at the location; or only those with the texts and custom fields that were sent, if
     * there are any. Nothing found means that it was not made, as far as the key can see; several are for a person to
     * judge. A mark of your own in a custom field leaves no doubt.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Order> reconcileCreate(NewOrder order, Instant since) {
        return SentOrder.of(order)
                .candidates(whole().list(OrderQuery.builder()
                        .addClientsIds(order.clientId())
                        .createdSince(Candidates.from(since))
                        .build()));
    }

    /** Returns whether one has this status, as after a {@code setStatus} whose outcome is {@code UNKNOWN}. */
    public boolean reconcileStatus(long id, long statusId) {
        return get(id).status().filter(status -> status.id() == statusId).isPresent();
    }

    /**
     * Looks for what an {@code addItem} whose outcome is {@code UNKNOWN} may have created: the lines of the same thing,
     * quantity and price that were added since.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<OrderItem> reconcileItem(long id, NewOrderItem item, Instant since) {
        return SentOrder.lines(whole().items(id), item, Candidates.from(since));
    }

    /** A row left out would look like one that was never made. */
    private EstimatesApi whole() {
        return new EstimatesApi(api.withoutSkipping(), lists);
    }
}
