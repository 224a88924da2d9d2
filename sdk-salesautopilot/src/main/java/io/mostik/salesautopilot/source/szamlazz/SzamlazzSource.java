package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.salesautopilot.internal.Digests;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoiceKind;
import io.mostik.salesautopilot.workflow.OrderBalance;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports the invoices of a company at Számlázz.hu to a {@link PaymentLedger}. A notice only says which document to ask for; what it
 * claims is not used. The newest document of the same order, and what that refers to, are read along, so that a correction or a
 * storno is known together with its invoice. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * SzamlazzSource source = SzamlazzSource.of(szamlazz, "99001", ledger, store);
 * Inbox<SzamlazzNotice> inbox = receiver.inbox(once).open(source::accept).start(executor);
 * openOrders.forEach(source::check);        // once a day: notices end after 10 tries
 * }</pre>
 *
 * <p>A document that is not known to the vendor, or is another company's, is not asked for again for 10 minutes: whoever finds the
 * address must not make this program ask without end. A proforma that became an invoice is not known any more; the invoice is found
 * by the order. A deposit is not linked to its final invoice: it is seen by its own notice, or by {@link #check} while it is the
 * newest; from then on {@link #check} reads it each time.
 */
public final class SzamlazzSource {

    private static final Duration HELD_BACK = Duration.ofMinutes(10);

    private final Szamlazz szamlazz;
    private final String issuer;
    private final PaymentLedger ledger;
    private final Records<String> strange;

    private SzamlazzSource(Szamlazz szamlazz, String issuer, PaymentLedger ledger, StateStore store) {
        this.szamlazz = Objects.requireNonNull(szamlazz, "szamlazz");
        this.issuer = issuer.strip();
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.strange =
                Records.of(store, "szamlazz/" + Digests.of(this.issuer).substring(0, 16) + "/strange/", String.class);
        if (this.issuer.isEmpty()) {
            throw new IllegalArgumentException("issuer must not be blank");
        }
    }

    /**
     * Returns the source of a company.
     *
     * @param issuer the vendor's id of the company, {@code szallito/id} of its documents; others are not reported
     */
    public static SzamlazzSource of(Szamlazz szamlazz, String issuer, PaymentLedger ledger, StateStore store) {
        return new SzamlazzSource(szamlazz, issuer, ledger, store);
    }

    /**
     * Asks for the document of a notice, and reports it.
     *
     * @return what the ledger knows of its order now; empty if there is nothing to report: no such document, another company's, no
     *     invoice, or without an order
     * @throws io.mostik.core.SdkException if it cannot be asked for or reported, so that an inbox tries again
     */
    public Optional<OrderBalance> accept(SzamlazzNotice notice) {
        String key = Digests.of(notice.number() + "\n" + notice.order().orElse(""));
        if (strange.find(key).isPresent()) {
            return Optional.empty();
        }
        Instant asOf = szamlazz.time().now();
        Optional<SzamlazzDocument> found =
                own(szamlazz.find(notice.number())).or(() -> notice.order().flatMap(this::newest));
        if (found.isEmpty()) {
            boolean unused = strange.add(key, "", HELD_BACK).isPresent();
            return Optional.empty();
        }
        Optional<String> order = found.get().order();
        if (order.isEmpty()) {
            return Optional.empty();
        }
        Map<String, SzamlazzDocument> read = new LinkedHashMap<>();
        read.put(found.get().number(), found.get());
        newest(order.get()).ifPresent(newest -> read.putIfAbsent(newest.number(), newest));
        return report(order.get(), read, asOf);
    }

    /**
     * Asks for the newest document of an order and what it refers to, and again for each that the ledger knows of it, and reports
     * them: the net below lost notices. The vendor cannot list what has changed, so call it once a day for each order that waits
     * for its payment.
     *
     * @return what the ledger knows of the order now; empty if there is nothing to report
     * @throws io.mostik.core.SdkException if it cannot be asked for or reported
     */
    public Optional<OrderBalance> check(String order) {
        Instant asOf = szamlazz.time().now();
        Map<String, SzamlazzDocument> read = new LinkedHashMap<>();
        newest(order).ifPresent(newest -> read.put(newest.number(), newest));
        for (String known : ledger.documents(order)) {
            readOnce(known, order.strip(), read);
        }
        return report(order.strip(), read, asOf);
    }

    private Optional<OrderBalance> report(String order, Map<String, SzamlazzDocument> read, Instant asOf) {
        for (SzamlazzDocument document : List.copyOf(read.values())) {
            document.original().ifPresent(original -> readOnce(original, order, read));
        }
        List<Invoice> invoices = new ArrayList<>();
        for (SzamlazzDocument document : read.values()) {
            document.invoice(asOf).map(invoice -> seen(document, invoice, read)).ifPresent(invoices::add);
        }
        return invoices.isEmpty() ? Optional.empty() : Optional.of(ledger.report(invoices));
    }

    private void readOnce(String number, String order, Map<String, SzamlazzDocument> read) {
        if (!read.containsKey(number)) {
            own(szamlazz.find(number))
                    .filter(document -> document.order().filter(order::equals).isPresent())
                    .ifPresent(document -> read.put(document.number(), document));
        }
    }

    /** Nothing is due on what was reversed, also as long as its storno is not seen. */
    private static Invoice seen(SzamlazzDocument document, Invoice invoice, Map<String, SzamlazzDocument> read) {
        boolean hasStorno = read.values().stream()
                .filter(other -> other.kind().filter(InvoiceKind.STORNO::equals).isPresent())
                .anyMatch(other ->
                        other.original().filter(document.number()::equals).isPresent());
        boolean isGone = document.isReversed() && !hasStorno;
        return isGone
                ? Invoice.of(
                        invoice.number(),
                        invoice.order(),
                        invoice.kind(),
                        BigDecimal.ZERO,
                        invoice.currency(),
                        invoice.asOf())
                : invoice;
    }

    private Optional<SzamlazzDocument> newest(String order) {
        return own(szamlazz.findNewest(order))
                .filter(document ->
                        document.order().filter(order.strip()::equals).isPresent());
    }

    private Optional<SzamlazzDocument> own(Optional<SzamlazzDocument> document) {
        return document.filter(read -> read.issuer().equals(issuer));
    }
}
