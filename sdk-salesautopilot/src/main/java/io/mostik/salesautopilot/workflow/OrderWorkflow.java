package io.mostik.salesautopilot.workflow;

import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Places orders and marks them paid, each once: the vendor does not notice a second order of the same number, and a second use
 * of a form makes a second invoice and a second letter. Obtained from {@code MarketingWorkflows.orders(list)}. Thread-safe, on
 * several nodes with one store too.
 *
 * <pre>{@code
 * OrderWorkflow orders = MarketingWorkflows.of(sales, store).orders(ListId.of(6200));
 * OnceResult<RecordId> placed = orders.place(FormId.of(21400), order);
 * OnceResult<RecordId> paid = orders.markPaid(FormId.of(21402), OrderRef.shopOrder("W-10077"), day);
 * }</pre>
 *
 * <p>Both may be called again after any failure. {@link OnceResult.Done} says with {@code SENT} that this call did it, with
 * {@code EARLIER} that an earlier one did, and with {@code SEEN} that the vendor shows it. {@link OnceResult.InProgress} means
 * that another try is in progress or may still arrive; retry later.
 */
public final class OrderWorkflow {

    private static final long PAID = 2;

    private final SalesAutopilot sales;
    private final MarketingWrites writes;
    private final ListId list;

    OrderWorkflow(SalesAutopilot sales, MarketingWrites writes, ListId list) {
        this.sales = sales;
        this.writes = writes;
        this.list = Objects.requireNonNull(list, "list");
    }

    /**
     * Places an order of an external shop, unless one with its number is in the list. Sends one to three requests the first
     * time and none for a number that this placed; remembered for 400 days. A number that was in the list before costs one
     * look-up each time.
     *
     * @return what is known of the order, with its record unless the vendor took the order without naming it
     * @throws KeyReuseException if an order with this number and other content was placed before
     * @throws io.mostik.core.SdkException if a call fails; with {@code REJECTED} the vendor did not take it
     */
    public OnceResult<RecordId> place(FormId orderForm, WebshopOrder order) {
        ShopOrder asked = new ShopOrder(list, Objects.requireNonNull(orderForm, "orderForm"), order, false);
        return CostMeter.during("orders", () -> writes.placed().perform(asked.id(), asked));
    }

    /**
     * Marks an order paid: sets its status and its pay date through a form. Does nothing if its status is "paid".
     *
     * @param paidForm the update form that is reserved for payments
     * @param paidOn day of the payment
     * @return what is known of the payment, with the record of the order
     * @throws MarketingRefusedException if there is no such order, several have the number, or it was refunded
     * @throws io.mostik.core.SdkException if a call fails
     */
    public OnceResult<RecordId> markPaid(FormId paidForm, OrderRef order, LocalDate paidOn) {
        return markPaid(paidForm, order, paidOn, RecordFields.none());
    }

    /**
     * Marks an order paid and writes more columns along with it, such as the number and the link of the invoice. The columns of
     * a second call for the same order are not written.
     */
    public OnceResult<RecordId> markPaid(FormId paidForm, OrderRef order, LocalDate paidOn, RecordFields more) {
        return CostMeter.during("orders", () -> mark(paidForm, order, paidOn, more));
    }

    private OnceResult<RecordId> mark(FormId paidForm, OrderRef order, LocalDate paidOn, RecordFields more) {
        RecordFields fields = RecordFields.builder()
                .set(SystemField.ORDER_STATUS, PAID)
                .set(SystemField.PAY_DATE, paidOn)
                .build()
                .with(OwnFields.withoutActive(more));
        Optional<ContactRecord> seen =
                order instanceof OrderRef.ByShopOrder byShop ? Optional.of(find(byShop.number())) : Optional.empty();
        RecordId id = order instanceof OrderRef.ByRecord byRecord
                ? byRecord.id()
                : seen.orElseThrow().id();
        OrderPayment payment = new OrderPayment(list, Objects.requireNonNull(paidForm, "paidForm"), id, fields, seen);
        return withRecord(writes.paid().perform(payment.id(), payment), id);
    }

    /** What a person has resolved has no result; the record is known all the same. */
    private static OnceResult<RecordId> withRecord(OnceResult<RecordId> known, RecordId id) {
        return known instanceof OnceResult.Done<RecordId> done
                ? new OnceResult.Done<>(Optional.of(id), done.how())
                : known;
    }

    private ContactRecord find(String number) {
        List<ContactRecord> found = sales.orders(list).findByShopOrderId(number);
        Failures.refuseIf(found.isEmpty(), Reason.NO_ORDER);
        Failures.refuseIf(found.size() > 1, Reason.SEVERAL_ORDERS);
        return found.get(0);
    }
}
