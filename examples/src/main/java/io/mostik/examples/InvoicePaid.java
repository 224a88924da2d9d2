package io.mostik.examples;

import io.mostik.core.StateStore;
import io.mostik.salesautopilot.integrations.PaidInvoice;
import io.mostik.salesautopilot.integrations.PaymentReports;
import io.mostik.salesautopilot.integrations.Settlement;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.io.PrintStream;
import java.time.LocalDate;

/** SalesAutopilot: the invoicing program reports a payment, perhaps twice; the order becomes paid, once. */
public final class InvoicePaid {

    private InvoicePaid() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (MarketingPlace place = MarketingPlace.open()) {
            place.simulator()
                    .ifPresent(vendor ->
                            vendor.faults().actThenDrop().on("PUT", "/update/{list}/form/{form}/record/{record}"));
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  SalesAutopilot recorded: "
                            + vendor.timesFired(SalesAutopilotSimulator.PAID_FORM) + " payment(s) of the order"));
        }
    }

    static void run(MarketingPlace place, PrintStream out) {
        PaymentReports payments = new PaymentReports(
                place.sales().orders(place.shop().list()), place.shop().update(), StateStore.inMemory(), "invoices");
        WebshopOrder order = ShopExport.orders().get(0);
        PaidInvoice paid = PaidInvoice.of(order.orderId(), "2026/118", LocalDate.of(2026, 3, 14));
        out.println("  the payment comes before its order: " + said(payments.report(paid)));
        place.sales().orders(place.shop().list()).processOnce(place.shop().entry(), order);
        payments.settleOpen().forEach(late -> out.println("  the order is there, going on: " + said(late)));
        payments.settleOpen().forEach(late -> out.println("  going on again: " + said(late)));
        out.println("  the program reports it once more: " + said(payments.report(paid)));
        out.println("  reports still open: " + payments.open().size());
    }

    private static String said(Settlement settlement) {
        return settlement.payment().map(Enum::toString).orElse("not sure, the answer was lost");
    }
}
