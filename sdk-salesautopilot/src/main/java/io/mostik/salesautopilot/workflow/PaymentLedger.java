package io.mostik.salesautopilot.workflow;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.Versioned;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the invoices of each order and their payments, and marks the order paid when its sum is covered: once, never for a part
 * of it, never again after a refund. The form that is reserved for it may issue an invoice and thank the buyer. Obtained from
 * {@link MarketingWorkflows#payments}. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * PaymentLedger ledger = MarketingWorkflows.of(sales, store).payments(list, paidForm, "invoices");
 * OrderBalance balance = ledger.report(invoice);                      // as read from the invoicing program
 * scheduler.scheduleWithFixedDelay(ledger::runDue, 1, 1, TimeUnit.MINUTES);
 * ledger.listen(new LedgerListener() {
 *     public void deadLetter(OrderBalance order) { console.show(order); }
 * });
 * }</pre>
 *
 * <p>A reading replaces an older one of the same document, in whatever order they come, so that reporting twice, late or out of
 * order changes nothing. It is stored before anything is sent. An order that is covered and not in the list yet is asked for
 * after minutes, hours and days, about a dozen times in 60 days, then it is a dead letter, which stays in {@link #pending} until
 * somebody {@linkplain #retry retries} or resolves it. Documents and settled orders are kept without end, because a document
 * can be reported again as long as it exists; numbers, sums and links are stored in clear.
 */
public final class PaymentLedger {

    private final MarketingWrites writes;
    private final ListId list;
    private final FormId paidForm;
    private final String program;

    PaymentLedger(MarketingWrites writes, ListId list, FormId paidForm, String program) {
        this.writes = writes;
        this.list = Objects.requireNonNull(list, "list");
        this.paidForm = Objects.requireNonNull(paidForm, "paidForm");
        this.program = Objects.requireNonNull(program, "program");
    }

    /** Tells a listener what a person has to look at, of all ledgers of these workflows, as long as this process lasts. */
    public void listen(LedgerListener listener) {
        writes.listen(listener);
    }

    /**
     * Takes a reading of a document. If the order is covered by it, the order is marked paid at once where that is possible; a
     * reading that brings nothing new sends nothing. When this returns, the reading is not lost.
     *
     * @throws StateStoreException if the store fails; report again
     */
    public OrderBalance report(Invoice invoice) {
        return report(List.of(invoice));
    }

    /**
     * Takes readings of several documents of one order as one, so that nothing is decided while only some of them are known, such
     * as an invoice without the correction that raises its sum.
     *
     * @throws IllegalArgumentException if there are none, or they are of several orders
     * @throws StateStoreException if the store fails; report again
     */
    public OrderBalance report(Collection<Invoice> invoices) {
        List<String> orders = invoices.stream().map(Invoice::order).distinct().toList();
        if (orders.size() != 1) {
            throw new IllegalArgumentException("invoices must be of one order");
        }
        LedgerEntry entry = new LedgerEntry(list, program, orders.get(0));
        LedgerOrder[] before = {LedgerOrder.none(paidForm)};
        LedgerOrder after = writes.ledger()
                .update(entry.id(), known -> {
                    before[0] = known.orElse(LedgerOrder.none(paidForm));
                    LedgerOrder next = before[0].read(invoices, paidForm, writes.now());
                    // Planned before it is stored: a process that dies in between leaves a plan, and the program
                    // reports again.
                    boolean unused = !next.equals(before[0])
                            && next.isCovered()
                            && writes.covered().plan(entry.id(), entry);
                    return next;
                })
                .value();
        return after.equals(before[0]) ? balance(entry, after) : changed(entry, before[0], after);
    }

    /**
     * Tries the orders again that are due, of all programs and lists in the store. One that fails does not stop the others. Call
     * it every minute or so, on any number of nodes.
     *
     * @return how many were marked paid
     */
    public int runDue() {
        return writes.covered().runDue(Integer.MAX_VALUE);
    }

    /** Returns what is known of an order, without sending anything; empty if no document of it was reported. */
    public Optional<OrderBalance> find(String order) {
        LedgerEntry entry = new LedgerEntry(list, program, order.strip());
        return writes.ledger().find(entry.id()).map(known -> balance(entry, known.value()));
    }

    /**
     * Returns the numbers of the documents of an order that were reported, for a source that reads them again; empty if there are
     * none.
     */
    public List<String> documents(String order) {
        LedgerEntry entry = new LedgerEntry(list, program, order.strip());
        return writes.ledger()
                .find(entry.id())
                .map(known ->
                        known.value().invoices().stream().map(Invoice::number).toList())
                .orElse(List.of());
    }

    /** Returns the orders that wait to be marked paid, of all programs and lists in the store, dead letters among them. */
    public Stream<OpenWrite> pending() {
        return writes.covered().pending();
    }

    /**
     * Tries an order again at once, also a dead letter, for when the cause is gone, and waits for it as long as for a new one.
     * Sends nothing if the order is not covered or is marked already.
     *
     * @throws IllegalArgumentException if no document of the order was reported
     */
    public OrderBalance retry(String order) {
        LedgerEntry entry = new LedgerEntry(list, program, order.strip());
        if (writes.ledger().find(entry.id()).isEmpty()) {
            throw new IllegalArgumentException("order is not in the ledger");
        }
        LedgerOrder known = writes.ledger()
                .update(entry.id(), found -> found.orElseThrow().waitingFrom(writes.now()))
                .value();
        if (!known.isCovered()) {
            return balance(entry, known);
        }
        boolean isNew = writes.covered().plan(entry.id(), entry);
        boolean unused = !isNew && writes.covered().replay(entry.id());
        return settle(entry);
    }

    private OrderBalance changed(LedgerEntry entry, LedgerOrder before, LedgerOrder after) {
        if (after.saysTheSame(before)) {
            return balance(entry, after);
        }
        if (after.isCovered()) {
            boolean unused = writes.covered().replay(entry.id());
            return settle(entry);
        }
        if (before.isCovered() && writes.covered().state(entry.id()) != WriteState.DONE) {
            boolean unused = writes.covered().resolve(entry.id(), Optional.empty());
        }
        OrderBalance balance = balance(entry, after);
        if (balance.state() == OrderBalance.State.REVERSED && before.isCovered()) {
            writes.tell(listener -> listener.reversed(balance));
        }
        if (balance.state() == OrderBalance.State.MIXED_CURRENCIES
                && !before.sum().isUnclear()) {
            writes.tell(listener -> listener.unclear(balance));
        }
        return balance;
    }

    private OrderBalance settle(LedgerEntry entry) {
        OnceResult<RecordId> result;
        try {
            result = writes.covered().perform(entry.id(), entry);
        } catch (SdkException e) {
            boolean isDuplicated =
                    e.getCause() instanceof MarketingRefusedException why && why.reason() == Reason.DUPLICATED;
            result = isDuplicated || e.outcome() == Outcome.UNKNOWN
                    ? new OnceResult.Unknown<>(isDuplicated)
                    : writes.covered().find(entry.id()).orElse(new OnceResult.InProgress<>(writes.now()));
        }
        LedgerOrder now = writes.ledger().find(entry.id()).map(Versioned::value).orElse(LedgerOrder.none(paidForm));
        return balance(entry.order(), now, Optional.of(result));
    }

    private OrderBalance balance(LedgerEntry entry, LedgerOrder known) {
        return balance(entry.order(), known, writes.covered().find(entry.id()));
    }

    static OrderBalance balance(String order, LedgerOrder known, Optional<OnceResult<RecordId>> form) {
        Sum sum = known.sum();
        boolean isMarked = form.filter(OnceResult.Done.class::isInstance).isPresent();
        return new OrderBalance(
                order,
                sum.state(isMarked),
                sum.isUnclear() ? BigDecimal.ZERO : Invoice.plain(sum.due(), "due"),
                sum.isUnclear() ? BigDecimal.ZERO : Invoice.plain(sum.paid(), "paid"),
                sum.currency(),
                form,
                isMarked ? Optional.empty() : known.reason());
    }
}
