package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The documents of one order, as the ledger stores them.
 *
 * @param form the paid form
 * @param invoices the newest reading of each document, by number
 * @param coveredAt since when their sum is covered; empty if it is not
 * @param reason why the form waits, or cannot be used
 */
record LedgerOrder(FormId form, List<Invoice> invoices, Optional<Instant> coveredAt, Optional<Reason> reason) {

    LedgerOrder {
        Objects.requireNonNull(form, "form");
        invoices = List.copyOf(invoices);
        Objects.requireNonNull(coveredAt, "coveredAt");
        Objects.requireNonNull(reason, "reason");
    }

    static LedgerOrder none(FormId form) {
        return new LedgerOrder(form, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns the order after readings; one that is older than what is known of its document changes nothing. */
    LedgerOrder read(Collection<Invoice> readings, FormId newForm, Instant now) {
        Map<String, Invoice> next = new TreeMap<>();
        invoices.forEach(known -> next.put(known.number(), known));
        readings.forEach(read ->
                next.merge(read.number(), read, (known, newer) -> known.asOf().isAfter(newer.asOf()) ? known : newer));
        List<Invoice> all = List.copyOf(next.values());
        if (all.equals(invoices)) {
            return this;
        }
        Optional<Instant> since = Sum.of(all).isCovered() ? Optional.of(coveredAt.orElse(now)) : Optional.empty();
        return new LedgerOrder(newForm, all, since, since.isPresent() ? reason : Optional.empty());
    }

    boolean isCovered() {
        return coveredAt.isPresent();
    }

    /** Returns whether another reading said the same of the documents. */
    boolean saysTheSame(LedgerOrder other) {
        return timeless().equals(other.timeless());
    }

    LedgerOrder withReason(Optional<Reason> newReason) {
        return new LedgerOrder(form, invoices, coveredAt, newReason);
    }

    /** Returns this order as if it had been covered only now, so that it is waited for once more. */
    LedgerOrder waitingFrom(Instant now) {
        return new LedgerOrder(form, invoices, coveredAt.map(since -> now), Optional.empty());
    }

    Sum sum() {
        return Sum.of(invoices);
    }

    private List<Invoice> timeless() {
        return invoices.stream().map(invoice -> invoice.withAsOf(Instant.EPOCH)).toList();
    }
}
