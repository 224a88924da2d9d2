package io.mostik.salesautopilot.orders;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Claim;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import java.util.Optional;

/**
 * Marks an order paid once, since the form may issue an invoice: claims the order in the store, reads it, and only then
 * writes. Of two nodes that want the same, one writes; after a lost answer nobody writes until the vendor must be done.
 */
record PaymentMarker(SubscribersApi records, ListId list, Claim claim) {

    static final String OPERATION = "orders.markPaid";

    Payment mark(FormId form, OrderRef order, RecordFields payment) {
        Optional<ContactRecord> found = find(order);
        if (found.isEmpty() && order instanceof OrderRef.ByShopOrder) {
            return Payment.NOT_FOUND;
        }
        if (found.filter(PaymentMarker::isPaid).isPresent()) {
            return Payment.ALREADY_PAID;
        }
        RecordId id = order instanceof OrderRef.ByRecord byRecord
                ? byRecord.id()
                : found.orElseThrow().id();
        return claim.once(
                "salesautopilot/paid/" + list.value() + "/" + id.value(),
                () -> before(id),
                () -> write(form, id, payment),
                marked -> false);
    }

    /** By record there is no need to look before the claim: it is read under the claim. */
    private Optional<ContactRecord> find(OrderRef order) {
        if (!(order instanceof OrderRef.ByShopOrder byShop)) {
            return Optional.empty();
        }
        var found = OrdersApi.byShopOrderId(records, byShop.number());
        if (found.size() > 1) {
            throw new IllegalStateException(found.size() + " orders have this number; name the record");
        }
        return found.stream().findFirst();
    }

    private Optional<Payment> before(RecordId id) {
        Optional<ContactRecord> order = records.find(id);
        if (order.isEmpty()) {
            return Optional.of(Payment.NOT_FOUND);
        }
        return order.filter(PaymentMarker::isPaid).map(paid -> Payment.ALREADY_PAID);
    }

    private Payment write(FormId form, RecordId id, RecordFields payment) {
        if (records.update(form, id, payment) > 0) {
            return Payment.MARKED;
        }
        return before(id)
                .orElseThrow(() -> ApiException.of(
                        ApiError.of(200, "0", "nothing was updated").as(Outcome.REJECTED),
                        Failure.lasting(OPERATION, Outcome.REJECTED, Phase.DECODE)));
    }

    private static boolean isPaid(ContactRecord order) {
        return order.order().status().filter(OrderStatus.PAID::equals).isPresent()
                && order.order().payDate().isPresent();
    }
}
