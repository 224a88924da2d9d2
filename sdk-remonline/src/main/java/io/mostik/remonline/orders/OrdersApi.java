package io.mostik.remonline.orders;

import io.mostik.core.NotFoundException;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.PublicUrl;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SentOrder;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Repair orders. Obtained from {@code RemOnline.orders()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class OrdersApi {

    private static final Endpoint<PageV2<Order>> LIST =
            Endpoint.read("orders.list", "GET", "/orders", JsonType.envelope(PageV2.class, Order.class));
    private static final Endpoint<Order> GET = Endpoint.read("orders.get", "GET", "/orders/{id}", Order.class);
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE = Endpoint.once("orders.create", "POST", "/orders", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE = Endpoint.once("orders.update", "PATCH", "/orders/{id}");
    private static final Endpoint<Rows<OrderItem>> ITEMS =
            Endpoint.read("orders.items", "GET", "/orders/{id}/items", JsonType.envelope(Rows.class, OrderItem.class));
    private static final Endpoint<Created> ADD_ITEM =
            Endpoint.once("orders.addItem", "POST", "/orders/{id}/items", Created.class);
    private static final Endpoint<NoAnswer> UPDATE_ITEM =
            Endpoint.once("orders.updateItem", "PATCH", "/orders/{id}/items/{item}");
    // Every change of status enters the history and may send messages to the client.
    private static final Endpoint<NoAnswer> SET_STATUS =
            Endpoint.once("orders.setStatus", "POST", "/orders/{id}/status");
    private static final Endpoint<Rows<OrderStatus>> STATUSES = Endpoint.read(
            "orders.statuses", "GET", "/orders/statuses", JsonType.envelope(Rows.class, OrderStatus.class));
    private static final Endpoint<Rows<OrderType>> TYPES =
            Endpoint.read("orders.types", "GET", "/orders/types", JsonType.envelope(Rows.class, OrderType.class));
    private static final Endpoint<NoAnswer> COMMENT = Endpoint.once("orders.comment", "POST", "/orders/{id}/comments");
    private static final Endpoint<Json> PUBLIC_URL =
            Endpoint.read("orders.publicUrl", "GET", "/orders/{id}/public-url", Json.class);
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "orders.customFields", "GET", "/orders/custom-fields", JsonType.envelope(Rows.class, CustomField.class));

    private static final FilterCheck<Order> CHECK = FilterCheck.ofOrders("orders.list");

    private final ApiClient api;
    private final ListStyle lists;
    private final FilterCheck<Order> check;

    OrdersApi(ApiClient api, ListStyle lists) {
        this(api, lists, CHECK);
    }

    private OrdersApi(ApiClient api, ListStyle lists, FilterCheck<Order> check) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
        this.check = check;
    }

    /**
     * Returns a view whose lists take rows that the filters exclude, where they would otherwise fail because the vendor
     * ignored a filter; for callers that filter the rows themselves.
     */
    public OrdersApi takingExcludedRows() {
        return new OrdersApi(api, lists, FilterCheck.none("orders.list"));
    }

    /**
     * Returns one order.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Order get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the orders that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location. Rows that move between pages meanwhile come once, also where others
     * leave the list; see {@link Paged}. A filter of more than 50 values is asked for in parts, whose rows are joined in
     * memory.
     *
     * @throws IllegalArgumentException if parts would have to be joined in an order that the vendor does not document
     */
    public Paged<Order> list(OrderQuery query) {
        return Filters.paged(
                lists.filters(query),
                Order::id,
                (filters, page) ->
                        check.checked(filters, fetch(page, filters).send().toPage(page)),
                OrdersApi::sorts);
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
     * Adds a comment. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @param isPrivate whether clients may not see it
     */
    public void comment(long id, String text, boolean isPrivate) {
        api.call(COMMENT)
                .path("id", id)
                .json(Map.of("comment", text, "is_private", isPrivate))
                .send();
    }

    /**
     * Returns the link to the page on which the client sees the order; empty if there is none.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Optional<String> publicUrl(long id) {
        return PublicUrl.of(
                "orders.publicUrl", api.call(PUBLIC_URL).path("id", id).send());
    }

    /** Returns the fields that the account has added to orders. */
    public List<CustomField> customFields() {
        return api.call(CUSTOM_FIELDS).send().list();
    }

    /**
     * Returns the order that an event is about, in its current state; empty if the event is about something else, or
     * the order has gone, or it is an estimate: {@code estimates().find(event)} finds that. The signature of an event
     * does not cover its content, so act on what this returns.
     */
    public Optional<Order> find(RemOnlineEvent event) {
        if (!event.isAbout("order") || event.objectId().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(get(event.objectId().getAsLong()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns one page of the orders changed in a range, in the order of their last change. Rows move between
     * pages when they change meanwhile: {@code RemOnlineFeeds} walks them without loss.
     *
     * @param range its ends included, to the second
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Order> changed(TimeRange range, int page) {
        return DatedRows.of(fetch(page, lists.changedIn(range)), page, "orders.list", Order::modifiedAt);
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the orders made since for the
     * client, of the type and at the location; or only those with the texts and custom fields that were sent, if there
     * are any. Nothing found means that it was not made, as far as the key can see; several are for a person to judge.
     * A mark of your own in a custom field leaves no doubt.
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

    private Call<PageV2<Order>> fetch(int page, Map<String, Object> filters) {
        return api.call(LIST).query("page", page).queries(filters);
    }

    /** A row left out would look like one that was never made. */
    private OrdersApi whole() {
        return new OrdersApi(api.withoutSkipping(), lists, check);
    }

    private static Map<String, Comparator<Order>> sorts() {
        return Map.of(
                "id", Comparator.comparingLong(Order::id),
                "modified_at", Filters.by(Order::modifiedAt),
                "scheduled_for", Filters.by(Order::scheduledFor),
                "due_date", Filters.by(Order::dueDate));
    }
}
