package io.mostik.examples;

import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoiceKind;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import io.mostik.salesautopilot.workflow.OrderBalance;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** SalesAutopilot: the invoicing program reports a payment, perhaps twice; the order becomes paid, once. */
public final class InvoicePaid {

    private InvoicePaid() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (MarketingEnv place = MarketingEnv.open()) {
            place.simulator()
                    .ifPresent(vendor ->
                            vendor.faults().actThenDrop().on("PUT", "/update/{list}/form/{form}/record/{record}"));
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  SalesAutopilot recorded: "
                            + vendor.timesFired(SalesAutopilotSimulator.PAID_FORM) + " payment(s) of the order"));
        }
    }

    static void run(MarketingEnv place, PrintStream out) {
        PaymentLedger ledger =
                place.workflows().payments(place.shop().list(), place.shop().update(), "invoices");
        WebshopOrder order = ShopExport.orders().get(0);
        BigDecimal sum = payment(25_400).amount();
        Invoice read = Invoice.of("2026/118", order.orderId(), InvoiceKind.INVOICE, sum, "HUF", Instant.EPOCH);
        out.println("  a part is paid: " + said(ledger.report(read.withPayments(List.of(payment(10_000))))));
        out.println("  all is paid, no order yet: " + said(ledger.report(read.withPayments(List.of(payment(25_400))))));
        OnceResult<RecordId> unused =
                place.workflows().orders(place.shop().list()).place(place.shop().entry(), order);
        out.println("  the order is there: " + said(ledger.retry(order.orderId())));
        out.println("  the answer was lost, tried again: " + said(ledger.retry(order.orderId())));
    }

    private static InvoicePayment payment(int forint) {
        return InvoicePayment.of(java.time.LocalDate.EPOCH, new BigDecimal(forint));
    }

    private static String said(OrderBalance balance) {
        return balance.paid() + " of " + balance.due() + (balance.isMarked() ? ", marked paid" : ", waits");
    }
}
