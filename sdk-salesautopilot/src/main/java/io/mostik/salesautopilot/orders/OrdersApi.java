package io.mostik.salesautopilot.orders;

import io.mostik.core.StateStore;
import io.mostik.core.http.ApiClient;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * The orders of one order list. An order is a record of the list. Obtained from {@code SalesAutopilot.orders(list)}.
 * Thread-safe.
 *
 * @see <a href="https://support.salesautopilot.com/hc/hu/categories/360000935014">the vendor's help</a>
 */
public final class OrdersApi {

    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final long PAID = 2;

    private final SubscribersApi records;
    private final PaymentMarker marker;

    /** Creates the API over an engine; use {@code SalesAutopilot.orders(list)}. */
    public OrdersApi(ApiClient api, ListId list, StateStore store) {
        this.records = new SubscribersApi(api, list);
        this.marker =
                new PaymentMarker(records, list, store, api.config().deadline().plus(SETTLING));
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
