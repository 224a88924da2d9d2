package io.mostik.salesautopilot.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A payment that is booked on an invoice.
 *
 * @param day when it was paid
 * @param amount how much, in the currency of the invoice; negative for money that was paid back
 * @param cash whether it was paid in cash, where sums in forint are rounded to 5
 */
public record InvoicePayment(LocalDate day, BigDecimal amount, boolean cash) {

    /** Checks that no part is missing. */
    public InvoicePayment {
        Objects.requireNonNull(day, "day");
        amount = Invoice.plain(amount, "amount");
    }

    /** Returns a payment that was not in cash. */
    public static InvoicePayment of(LocalDate day, BigDecimal amount) {
        return new InvoicePayment(day, amount, false);
    }
}
