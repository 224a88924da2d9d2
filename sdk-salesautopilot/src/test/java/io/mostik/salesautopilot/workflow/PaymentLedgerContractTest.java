package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A covered order: reported by its program again and again, and tried by a scheduler. */
class PaymentLedgerContractTest extends MarketingContract {

    private static final BigDecimal SUM = new BigDecimal(25_400);
    private static final Invoice INVOICE = Invoice.of(
                    "2026/118", "W-1", InvoiceKind.INVOICE, SUM, "HUF", Instant.parse("2026-03-14T10:00:00Z"))
            .withPayments(List.of(InvoicePayment.of(LocalDate.of(2026, 3, 14), SUM)));

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new MarketingSubject(time, PAID, "PUT /update/{nl}/form/{ns}/record/{id}") {

            private final long order = vendor.addRecord(
                    ORDERS.value(),
                    Map.of(
                            "email",
                            "kata@example.hu",
                            "mssys_shoprenter_id",
                            INVOICE.order(),
                            "mssys_order_status",
                            "1"));

            @Override
            public OnceResult<?> act(StateStore node) {
                PaymentLedger ledger = workflows(node).payments(ORDERS, PAID, "invoices");
                OrderBalance balance = ledger.report(INVOICE);
                if (!balance.isMarked()) {
                    ledger.runDue();
                    balance = ledger.find(INVOICE.order()).orElseThrow();
                }
                return balance.form().orElseThrow();
            }

            @Override
            public int acted() {
                return vendor.timesFired(PAID.value(), order);
            }
        };
    }
}
