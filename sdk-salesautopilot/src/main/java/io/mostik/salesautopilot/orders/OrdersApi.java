package io.mostik.salesautopilot.orders;

import io.mostik.core.StateStore;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.internal.Claim;
import io.mostik.salesautopilot.internal.Keys;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The orders of one order list. An order is a record of the list. Obtained from {@code SalesAutopilot.orders(list)}.
 * Thread-safe.
 *
 * @see <a href="https://support.salesautopilot.com/hc/hu/categories/360000935014">the vendor's help</a>
 */
public final class OrdersApi {

    // A second order, a second invoice, a second thank-you letter. Whether the vendor notices is not documented.
    private static final Endpoint<Json> SAVE =
            Endpoint.once("orders.save", "POST", "/saveOrder/{nl}/form/{ns}", Json.class);
    private static final Endpoint<Json> PROCESS =
            Endpoint.once("orders.process", "POST", "/processWebshopOrder/{nl}/ns_id/{ns}", Json.class);
    private static final long PAID = 2;

    private final ApiClient api;
    private final ListId list;
    private final SubscribersApi records;
    private final PaymentMarker marker;
    private final Claim processing;

    /** Creates the API over an engine; use {@code SalesAutopilot.orders(list)}. */
    public OrdersApi(ApiClient api, ListId list, StateStore store) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
        this.records = new SubscribersApi(api, list, store);
        Duration deadline = api.config().deadline();
        this.marker = new PaymentMarker(records, list, Claim.outlasting(deadline, store, PaymentMarker.OPERATION));
        this.processing = Claim.outlasting(deadline, store, PROCESS.operation());
    }

    /** Hands over an order of products of the vendor's catalogue. Never sent twice; after a lost answer, look for it. */
    public OrderPlacement save(FormId orderForm, NewOrder order) {
        return OrderPlacement.of(Answer.of(
                        SAVE,
                        api.call(SAVE).path("nl", list).path("ns", orderForm).json(order.body()))
                .number());
    }

    /**
     * Hands over an order of an external shop, whether or not it is there already. Never sent twice; after a lost
     * answer, {@link #processOnce} continues safely.
     */
    public OrderPlacement process(FormId orderForm, WebshopOrder order) {
        Answer answer = Answer.of(
                PROCESS,
                api.call(PROCESS).path("nl", list).path("ns", orderForm).json(order.body()));
        return answer.isNumber() ? OrderPlacement.of(answer.number()) : new OrderPlacement.Placed(Optional.empty());
    }

    /**
     * Hands over an order of an external shop, unless one with its number is there. Sends one or two requests. May be
     * called again after any failure. While an earlier try may still be under way, which is for a minute after a lost
     * answer, it fails with {@code NOT_SENT} unless the order is there by then. With a store that nodes share, this holds
     * among them.
     */
    public OrderPlacement processOnce(FormId orderForm, WebshopOrder order) {
        return processing.once(
                Keys.fitting("salesautopilot/order/" + list.value() + "/" + order.orderId()),
                () -> findByShopOrderId(order.orderId()).stream()
                        .findFirst()
                        .map(found -> new OrderPlacement.AlreadyThere(found.id())),
                () -> process(orderForm, order),
                placement -> placement instanceof OrderPlacement.Refused);
    }

    /** Returns an order, if there is one. */
    public Optional<ContactRecord> find(RecordId order) {
        return records.find(order);
    }

    /**
     * Sets the vendor's status of an order through a form that is meant for it, and returns how many records the vendor
     * says it changed. For payments there is {@link #markPaid}.
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
     * Marks an order paid, once: reads it first, does nothing if it is paid, and never sends the form twice, since
     * invoices and letters hang on it. May be called again after any failure. While an earlier try may still be under
     * way, which is for a minute after a lost answer, it fails with {@code NOT_SENT}. With a store that nodes share, this
     * holds among them.
     *
     * @param paidForm the update form that is reserved for this
     * @param paidOn day of the payment
     * @throws IllegalStateException if several orders have the shop's number
     */
    public Payment markPaid(FormId paidForm, OrderRef order, LocalDate paidOn) {
        return markPaid(paidForm, order, paidOn, RecordFields.none());
    }

    /**
     * Marks an order paid as {@link #markPaid(FormId, OrderRef, LocalDate)} does, and writes more columns along with it,
     * such as the number and the link of the invoice.
     */
    public Payment markPaid(FormId paidForm, OrderRef order, LocalDate paidOn, RecordFields more) {
        return marker.mark(
                paidForm,
                order,
                RecordFields.builder()
                        .set(SystemField.ORDER_STATUS, PAID)
                        .set(SystemField.PAY_DATE, paidOn)
                        .build()
                        .with(more));
    }

    /** Returns the orders with the shop's own number; the vendor does not say whether there can be several. */
    public List<ContactRecord> findByShopOrderId(String number) {
        return byShopOrderId(records, number);
    }

    static List<ContactRecord> byShopOrderId(SubscribersApi records, String number) {
        return records.findBy(SystemField.SHOPRENTER_ID, number);
    }
}
