package io.mostik.salesautopilot.orders;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The orders of one order list. An order is a record of the list. Obtained from {@code SalesAutopilot.orders(list)}.
 * Thread-safe. To place an order or mark it paid once, whatever breaks, use
 * {@link io.mostik.salesautopilot.workflow.MarketingWorkflows#orders}.
 *
 * @see <a href="https://support.salesautopilot.com/hc/hu/categories/360000935014">the vendor's help</a>
 */
public final class OrdersApi {

    // A second order, a second invoice, a second thank-you letter. Whether the vendor notices is not documented.
    private static final Endpoint<Json> SAVE =
            Endpoint.once("orders.save", "POST", "/saveOrder/{nl}/form/{ns}", Json.class);
    private static final Endpoint<Json> PROCESS =
            Endpoint.once("orders.process", "POST", "/processWebshopOrder/{nl}/ns_id/{ns}", Json.class);

    private final ApiClient api;
    private final ListId list;
    private final SubscribersApi records;

    OrdersApi(ApiClient api, ListId list, SubscribersApi records) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
        this.records = Objects.requireNonNull(records, "records");
    }

    /** Places an order of products of the vendor's catalogue. Never done twice; after a lost answer, look for it. */
    public OrderPlacement save(FormId orderForm, NewOrder order) {
        return OrderPlacement.of(Answer.of(
                        SAVE,
                        api.call(SAVE).path("nl", list).path("ns", orderForm).json(order.body()))
                .code());
    }

    /**
     * Places an order of an external shop, whether or not it is there already. Never done twice; after a lost answer, look for
     * it by its number.
     *
     * @throws io.mostik.core.DecodingException with {@code UNKNOWN} if the answer is neither a number nor a flag
     */
    public OrderPlacement process(FormId orderForm, WebshopOrder order) {
        Answer answer = Answer.of(
                PROCESS,
                api.call(PROCESS).path("nl", list).path("ns", orderForm).json(order.body()));
        return answer.isTrue() ? new OrderPlacement.Placed(Optional.empty()) : OrderPlacement.of(answer.code());
    }

    /** Returns an order, if there is one. */
    public Optional<ContactRecord> find(RecordId order) {
        return records.find(order);
    }

    /**
     * Sets the vendor's status of an order through a form that is meant for it, and returns how many records the vendor
     * says it changed. For payments use {@code MarketingWorkflows.orders(list).markPaid}.
     */
    public long setStatus(FormId form, RecordId order, OrderStatus status) {
        return records.update(
                form,
                order,
                RecordFields.builder()
                        .set(SystemField.ORDER_STATUS, status.value())
                        .build());
    }

    /** Sets the shop's own status of an order, and returns how many records the vendor says it changed. */
    public long setWebshopStatus(FormId form, String shopOrderNumber, String status) {
        return records.updateBy(
                form,
                SystemField.SHOPRENTER_ID,
                shopOrderNumber,
                RecordFields.builder().set(SystemField.WEBSHOP_STATUS, status).build());
    }

    /**
     * Returns the orders with exactly this shop's number; the vendor does not say whether there can be several. Orders that
     * the vendor takes for equal, such as in other letter case, are left out.
     */
    public List<ContactRecord> findByShopOrderId(String number) {
        String wanted = number.strip();
        return records.findBy(SystemField.SHOPRENTER_ID, wanted).stream()
                .filter(order -> order.text(SystemField.SHOPRENTER_ID)
                        .map(String::strip)
                        .filter(wanted::equals)
                        .isPresent())
                .toList();
    }
}
