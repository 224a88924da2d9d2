package io.mostik.salesautopilot.orders;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.OrderItemId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.OrderItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The lines of orders that are in one list. Each change says whether the vendor says that it did; after a lost answer,
 * read the order. Obtained from {@code SalesAutopilot.orderLines(list)}. Thread-safe.
 */
public final class OrderLinesApi {

    private static final Endpoint<Json> ADD =
            Endpoint.once("orderLines.add", "POST", "/orderaddproduct/{nl}/{id}", Json.class);
    private static final Endpoint<Json> ADD_ITEMS =
            Endpoint.once("orderLines.addItems", "POST", "/orderaddproduct/{nl}/{id}/oi", Json.class);
    // Whether a changed line stays one line when it is changed twice is not documented.
    private static final Endpoint<Json> CHANGE =
            Endpoint.once("orderLines.change", "POST", "/ordermodproduct/{nl}/{id}", Json.class);
    private static final Endpoint<Json> CHANGE_BY_SHOP_ORDER =
            Endpoint.once("orderLines.changeByShopOrder", "POST", "/ordermodproduct/{nl}/orderid/{order}", Json.class);
    private static final Endpoint<Json> CHANGE_ITEM =
            Endpoint.once("orderLines.changeItem", "POST", "/ordermodproduct/{nl}/oi/{item}", Json.class);
    // Two lines can hold the same product: the second time may take the second line.
    private static final Endpoint<Json> REMOVE =
            Endpoint.once("orderLines.remove", "POST", "/orderdelproduct/{nl}/{id}", Json.class);
    // Lines named by their own ids can go only once.
    private static final Endpoint<Json> REMOVE_ITEMS =
            Endpoint.repeatable("orderLines.removeItems", "POST", "/orderdelproduct/{nl}/oi", Json.class);
    private static final Endpoint<Json> ITEM =
            Endpoint.read("orderLines.find", "GET", "/orderlistproducts/{nl}/{item}", Json.class);

    private final ApiClient api;
    private final ListId list;

    OrderLinesApi(ApiClient api, ListId list) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
    }

    /** Adds lines to an order. */
    public boolean add(RecordId order, List<OrderLine> lines) {
        return Answer.of(ADD, call(ADD).path("id", order).json(products(lines))).flag();
    }

    /** Adds lines in the vendor's inner form to an order. */
    public boolean addItems(RecordId order, List<ItemFields> items) {
        return Answer.of(ADD_ITEMS, call(ADD_ITEMS).path("id", order).json(products(items)))
                .flag();
    }

    /** Changes lines of an order, each named by product or article number. */
    public boolean change(RecordId order, List<OrderLine> lines) {
        return Answer.of(CHANGE, call(CHANGE).path("id", order).json(products(lines)))
                .flag();
    }

    /** Changes lines of the order with the shop's number. */
    public boolean changeByShopOrder(String orderNumber, List<OrderLine> lines) {
        return Answer.of(
                        CHANGE_BY_SHOP_ORDER,
                        call(CHANGE_BY_SHOP_ORDER).path("order", orderNumber).json(products(lines)))
                .flag();
    }

    /** Changes one line. */
    public boolean changeItem(OrderItemId item, ItemFields fields) {
        return Answer.of(CHANGE_ITEM, call(CHANGE_ITEM).path("item", item).json(products(List.of(fields))))
                .flag();
    }

    /** Removes products from an order. */
    public boolean remove(RecordId order, List<ProductId> products) {
        List<String> ids =
                products.stream().map(id -> Long.toString(id.value())).toList();
        return Answer.of(REMOVE, call(REMOVE).path("id", order).json(ids)).flag();
    }

    /** Removes lines, and returns how many the vendor says it removed; 0 if they were gone, as after a repeat. */
    public long removeItems(List<OrderItemId> items) {
        return Answer.of(REMOVE_ITEMS, call(REMOVE_ITEMS).json(items)).number();
    }

    /** Returns one line, if there is one. */
    public Optional<OrderItem> find(OrderItemId item) {
        return Answer.of(ITEM, call(ITEM).path("item", item)).object().map(OrderItem::of);
    }

    private Call<Json> call(Endpoint<Json> endpoint) {
        return api.call(endpoint).path("nl", list);
    }

    private static Map<String, Object> products(List<?> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty");
        }
        return Map.of("products", lines);
    }
}
