package io.mostik.salesautopilot.source.billingo;

import io.mostik.core.DecodingException;
import io.mostik.core.StateStore;
import io.mostik.core.once.Checkpoint;
import io.mostik.core.once.Records;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoiceKind;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports the invoices of an organisation at Billingo to a {@link PaymentLedger}. The vendor sends no notices and tells no time of
 * change, so documents modified since an hour before the last complete run are read, and the payments of those whose status or sum
 * is not the one that was reported. Thread-safe, on several nodes with one store too: one polls at a time.
 *
 * <pre>{@code
 * BillingoSource source = BillingoSource.of(billingo, "my-company", ledger, store).since(Instant.parse("2026-09-01T00:00:00Z"));
 * scheduler.scheduleWithFixedDelay(source::poll, 1, 5, TimeUnit.MINUTES);
 * scheduler.scheduleWithFixedDelay(source::pollOpen, 1, 24, TimeUnit.HOURS);
 * }</pre>
 */
public final class BillingoSource {

    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final List<String> OPEN = List.of("partially_paid", "outstanding", "expired");
    private static final String PART = "partially_paid";

    private final Billingo billingo;
    private final String name;
    private final PaymentLedger ledger;
    private final StateStore store;
    private final Instant since;
    private final Records<String> reported;

    private BillingoSource(Billingo billingo, String name, PaymentLedger ledger, StateStore store, Instant since) {
        this.billingo = Objects.requireNonNull(billingo, "billingo");
        this.name = name;
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.store = Objects.requireNonNull(store, "store");
        this.since = Objects.requireNonNull(since, "since");
        if (!name.matches("[A-Za-z0-9_-]{1,50}")) {
            throw new IllegalArgumentException("name must be 1 to 50 letters, digits, '_' and '-'");
        }
        this.reported = Records.of(store, "billingo/" + name + "/reported/", String.class);
    }

    /**
     * Returns the source of an organisation, which begins with its oldest document.
     *
     * @param name of your own for the organisation; it must stay the same
     */
    public static BillingoSource of(Billingo billingo, String name, PaymentLedger ledger, StateStore store) {
        return new BillingoSource(billingo, name, ledger, store, Instant.EPOCH);
    }

    /** Returns this source whose first poll begins with what was modified since then. */
    public BillingoSource since(Instant first) {
        return new BillingoSource(billingo, name, ledger, store, first);
    }

    /**
     * Reads what was modified since the last complete poll and reports it. An order that cannot be read or reported stops no other;
     * the poll fails at its end then, and the next one begins at the same time.
     *
     * @return how many orders were reported; 0 if another node polls at this moment
     * @throws io.mostik.core.SdkException if documents cannot be read or reported
     */
    public int poll() {
        Optional<Checkpoint> opened = Checkpoint.tryOpen(store, billingo.time(), "billingo/" + name + "/poll", LEASE);
        if (opened.isEmpty()) {
            return 0;
        }
        try (Checkpoint checkpoint = opened.get()) {
            Instant start = billingo.time().now();
            Instant from = checkpoint.position().map(Instant::parse).orElse(since);
            int count = report(billingo.modified(from.minus(BACK)), start);
            boolean unused = checkpoint.finish(start.toString());
            return count;
        }
    }

    /**
     * Reads all documents that are not paid in full and reports what has changed: the net below {@link #poll}, once a day.
     *
     * @return how many orders were reported
     * @throws io.mostik.core.SdkException if documents cannot be read or reported
     */
    public int pollOpen() {
        Instant start = billingo.time().now();
        List<BillingoDocument> open = new ArrayList<>();
        OPEN.forEach(status -> open.addAll(billingo.ofStatus(status)));
        return report(open, start);
    }

    private int report(List<BillingoDocument> documents, Instant asOf) {
        Map<String, List<BillingoDocument>> orders = new LinkedHashMap<>();
        for (BillingoDocument document : documents) {
            if (document.kind().isPresent() && document.order().isPresent() && isNew(document)) {
                orders.computeIfAbsent(document.order().get(), order -> new ArrayList<>())
                        .add(document);
            }
        }
        Optional<DecodingException> failure = Optional.empty();
        for (List<BillingoDocument> order : orders.values()) {
            try {
                ledger.report(order.stream()
                        .flatMap(document -> invoice(document, asOf).stream())
                        .toList());
                order.forEach(document -> reported.put(Long.toString(document.id()), document.state()));
            } catch (DecodingException e) { // this order is odd; the others may not be
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return orders.size();
    }

    /** Another part of a part payment changes nothing that the list shows. */
    private boolean isNew(BillingoDocument document) {
        return document.paymentStatus().equals(PART)
                || reported.find(Long.toString(document.id()))
                        .filter(known -> known.value().equals(document.state()))
                        .isEmpty();
    }

    private Optional<Invoice> invoice(BillingoDocument document, Instant asOf) {
        List<InvoicePayment> payments = document.isCancelled() ? List.of() : billingo.payments(document.id());
        return document.invoice(payments, refersTo(document), asOf);
    }

    /** What a related document is has to be read: the one that was reversed, or an invoice. */
    private Optional<String> refersTo(BillingoDocument document) {
        InvoiceKind kind = document.kind().orElseThrow();
        if (kind != InvoiceKind.STORNO && kind != InvoiceKind.CORRECTION) {
            return Optional.empty();
        }
        return document.related().stream()
                .flatMap(id -> billingo.find(id).stream())
                .filter(other ->
                        other.kind().filter(each -> each != InvoiceKind.STORNO).isPresent())
                .filter(other -> kind == InvoiceKind.CORRECTION || other.isCancelled())
                .map(BillingoDocument::number)
                .findFirst();
    }
}
