package io.mostik.salesautopilot.workflow;

import static io.mostik.salesautopilot.workflow.Failures.refuseIf;

import io.mostik.core.Outcome;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.util.Optional;

/** Marks an order paid through a form on which invoices and letters hang. The result is the record of the order. */
record MarkPaidSteps(SalesAutopilot sales) implements OnceSteps<OrderPayment, Void, RecordId> {

    @Override
    public Before<Void, RecordId> before(OrderPayment payment) {
        ContactRecord order = payment.seen()
                .or(() -> find(payment))
                .orElseThrow(() -> new MarketingRefusedException(Reason.NO_ORDER));
        refuseIf(has(order, OrderStatus.REFUNDED), Reason.REFUNDED);
        return has(order, OrderStatus.PAID) ? Before.nothingToDo(payment.order()) : Before.nothing();
    }

    @Override
    public Sent<RecordId> send(OrderPayment payment, Optional<Void> before) {
        long changed = sales.subscribers(payment.list()).update(payment.form(), payment.order(), payment.fields());
        if (changed > 0 || isPaid(payment)) {
            return Sent.result(payment.order());
        }
        throw Answer.nothingDone("subscribers.update", changed);
    }

    /** An order that was refunded since, or shows no status, must not be paid by a second use of the form. */
    @Override
    public ReadBack<RecordId> readBack(OrderPayment payment, Optional<Void> before) {
        Optional<ContactRecord> order = find(payment);
        refuseIf(order.filter(found -> has(found, OrderStatus.REFUNDED)).isPresent(), Reason.REFUNDED);
        if (order.filter(found -> found.order().status().isEmpty()).isPresent()) {
            return ReadBack.unknown();
        }
        return order.filter(found -> has(found, OrderStatus.PAID)).isPresent()
                ? ReadBack.applied(payment.order())
                : ReadBack.notApplied();
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Failures.outcomeOf(failure);
    }

    private boolean isPaid(OrderPayment payment) {
        return find(payment).filter(order -> has(order, OrderStatus.PAID)).isPresent();
    }

    private Optional<ContactRecord> find(OrderPayment payment) {
        return sales.orders(payment.list()).find(payment.order());
    }

    private static boolean has(ContactRecord order, OrderStatus status) {
        return order.order().status().filter(status::equals).isPresent();
    }
}
