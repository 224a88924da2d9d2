package io.mostik.salesautopilot.integrations;

import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.internal.Keys;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.orders.OrdersApi;
import io.mostik.salesautopilot.orders.Payment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes payments that an invoicing program reports, and marks their orders paid, exactly once: the form that is reserved
 * for it may issue an invoice and thank the buyer.
 *
 * <p>A report is remembered before anything is sent, so that the program need not report again, and forgotten once the
 * order shows the payment. One that could not be settled stays open for 60 days: after a failure, or because the order
 * has not come in yet; {@link #settleOpen} goes on with it. A report that comes twice marks nothing twice. Thread-safe,
 * on several nodes with one store too.
 */
public final class PaymentReports {

    private static final Duration OPEN = Duration.ofDays(60);
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final OrdersApi orders;
    private final FormId paidForm;
    private final StateStore store;
    private final String prefix;

    /**
     * Creates the integration.
     *
     * @param paidForm the update form that is reserved for payments
     * @param store where open reports are remembered; shared by all nodes
     * @param program what tells several invoicing programs and lists with one store apart
     */
    public PaymentReports(OrdersApi orders, FormId paidForm, StateStore store, String program) {
        this.orders = Objects.requireNonNull(orders, "orders");
        this.paidForm = Objects.requireNonNull(paidForm, "paidForm");
        this.store = Objects.requireNonNull(store, "store");
        this.prefix = "salesautopilot/payments/" + Objects.requireNonNull(program, "program") + "/";
    }

    /** Takes a report, and settles it at once where that is possible. When this returns the report is not lost. */
    public Settlement report(PaidInvoice invoice) {
        String text = new String(JSON.write(invoice.toMap()), StandardCharsets.UTF_8);
        store.replace(key(invoice), text, StateStore.ABSENT, Optional.of(OPEN));
        return settle(invoice);
    }

    /**
     * Goes on with the reports that are open, and returns what became of each. A failure that would meet the next one
     * too, such as a wrong key or no way to the vendor, is the last result.
     */
    public List<Settlement> settleOpen() {
        List<Settlement> results = new ArrayList<>();
        for (PaidInvoice invoice : open()) {
            Settlement result = settle(invoice);
            results.add(result);
            if (result.failure().filter(Failures::meetTheNextToo).isPresent()) {
                return results;
            }
        }
        return results;
    }

    /** Returns the reports that are open. */
    public List<PaidInvoice> open() {
        return store.stream(prefix)
                .map(entry -> PaidInvoice.of(
                        JSON.read(JsonType.of(Json.class), entry.value().getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private Settlement settle(PaidInvoice invoice) {
        try {
            Payment payment =
                    orders.markPaid(paidForm, OrderRef.shopOrder(invoice.order()), invoice.paidOn(), invoice.columns());
            Settlement settlement = Settlement.of(invoice, payment);
            if (!settlement.isOpen()) {
                store.find(key(invoice)).ifPresent(entry -> store.remove(entry.key(), entry.version()));
            }
            return settlement;
        } catch (SdkException | IllegalStateException e) {
            return Settlement.failed(invoice, e);
        }
    }

    private String key(PaidInvoice invoice) {
        return Keys.fitting(prefix + invoice.order() + "/" + invoice.invoice());
    }
}
