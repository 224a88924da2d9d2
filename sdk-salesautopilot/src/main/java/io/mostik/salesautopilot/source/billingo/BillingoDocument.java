package io.mostik.salesautopilot.source.billingo;

import io.mostik.core.DecodingException;
import io.mostik.salesautopilot.internal.Fields;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoiceKind;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document as Billingo showed it at one moment, without its payments. Prints number and type only. Immutable. */
public final class BillingoDocument {

    /** A final invoice is an {@code invoice} in the answer; drafts, offers and receipts are no invoices of an order. */
    private static final Map<String, InvoiceKind> KINDS = Map.of(
            "proforma", InvoiceKind.PROFORMA,
            "advance", InvoiceKind.DEPOSIT,
            "invoice", InvoiceKind.INVOICE,
            "modification", InvoiceKind.CORRECTION,
            "cancellation", InvoiceKind.STORNO);

    private final Fields fields;
    private final long id;
    private final String type;

    private BillingoDocument(Fields fields) {
        this.fields = fields;
        this.id = fields.id("id");
        this.type = fields.text("type");
    }

    static BillingoDocument of(Fields fields) {
        return new BillingoDocument(fields);
    }

    /** Returns its id, unique within the organisation. */
    public long id() {
        return id;
    }

    /** Returns its number, with blanks and slashes. */
    public String number() {
        return fields.text("invoice_number");
    }

    /** Returns what it is; empty for what is no invoice, such as a draft, and for types newer than this release. */
    public Optional<InvoiceKind> kind() {
        return Optional.ofNullable(KINDS.get(type));
    }

    /** Returns the number of the order, if it is written on it. */
    public Optional<String> order() {
        return fields.json().get("settings").isObject()
                ? fields.object("settings").find("order_number")
                : Optional.empty();
    }

    /** Returns whether it was reversed. */
    public boolean isCancelled() {
        return fields.json().get("cancelled").isTrue();
    }

    /** Returns what the vendor says of its payment, such as {@code partially_paid}. */
    public String paymentStatus() {
        return fields.text("payment_status");
    }

    /** Returns its gross sum. */
    public BigDecimal gross() {
        return fields.amount("gross_total");
    }

    List<Long> related() {
        return fields.rowsOrNone("related_documents").stream()
                .map(row -> row.id("id"))
                .toList();
    }

    /** What a payment or a reversal changes, except another part of a part payment. */
    String state() {
        return paymentStatus() + " " + gross().stripTrailingZeros().toPlainString() + " " + isCancelled();
    }

    /**
     * Returns it as the ledger takes it; empty without an order or a known kind. Nothing is due on a document that was reversed.
     *
     * @param payments all its payments
     * @param refersTo the number of the document that it reverses or corrects
     * @param asOf when it was asked for
     * @throws DecodingException if its parts do not fit
     */
    Optional<Invoice> invoice(List<InvoicePayment> payments, Optional<String> refersTo, Instant asOf) {
        if (kind().isEmpty() || order().isEmpty()) {
            return Optional.empty();
        }
        try {
            Invoice invoice = Invoice.of(
                    number(),
                    order().get(),
                    kind().get(),
                    isCancelled() ? BigDecimal.ZERO : gross(),
                    fields.text("currency"),
                    asOf);
            Invoice paid = isCancelled() ? invoice : invoice.withPayments(payments);
            return Optional.of(refersTo.map(paid::withRefersTo).orElse(paid));
        } catch (IllegalArgumentException e) {
            throw fields.failure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "BillingoDocument[" + id + ", " + type + "]";
    }
}
