package io.mostik.salesautopilot.integrations;

import io.mostik.salesautopilot.orders.Payment;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a payment that was reported.
 *
 * @param invoice the payment
 * @param payment what the order shows; empty after a failure
 * @param failure why it is open: a call has failed, or several orders have the shop's number
 */
public record Settlement(PaidInvoice invoice, Optional<Payment> payment, Optional<RuntimeException> failure) {

    /** Refuses missing parts. */
    public Settlement {
        Objects.requireNonNull(invoice, "invoice");
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(failure, "failure");
    }

    /** Returns whether it still has to be settled: a call has failed, or the order is not in the list yet. */
    public boolean isOpen() {
        return payment.filter(known -> known != Payment.NOT_FOUND).isEmpty();
    }

    static Settlement of(PaidInvoice invoice, Payment payment) {
        return new Settlement(invoice, Optional.of(payment), Optional.empty());
    }

    static Settlement failed(PaidInvoice invoice, RuntimeException failure) {
        return new Settlement(invoice, Optional.empty(), Optional.of(failure));
    }
}
