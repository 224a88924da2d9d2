package io.mostik.salesautopilot.workflow;

import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.TimeSource;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.Versioned;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps an order list in step with the purchase history of a webshop, for segments and personalised letters. Each order comes in
 * once, however often the shop exports it and whatever breaks. With {@link #following}, orders that were cancelled, refunded or
 * changed since follow; without it they are reported. What is as it was costs no call: a digest of each order's content is
 * remembered for 800 days. Use forms without letters and invoices: the purchases are old. Obtained from
 * {@link MarketingWorkflows#purchaseHistory}. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * PurchaseHistory history = MarketingWorkflows.of(sales, store).purchaseHistory(list, orderForm).following(updateForm);
 * HistoryPlan plan = history.plan(shop.export());       // calls, forint and time before it starts
 * HistoryReport report = history.sync(shop.export());
 * report.failed().forEach(order -> log.warn("order {} failed", order.id()));
 * }</pre>
 *
 * <p>{@link HistoryPlan} tells what a run would cost before it starts. Where many orders are not known yet, the numbers of
 * the whole list are read in one call for ten thousand, in place of a look-up for each. Let no other program place orders of
 * the same numbers while a run lasts.
 */
public final class PurchaseHistory {

    private static final int WINDOW = 500;

    /** So many unknown orders are looked up one by one. */
    private static final int FEW = 5;

    /** The vendor takes one call at a time; public clients wait for it about so long. */
    private static final Duration CALL = Duration.ofSeconds(1);

    private static final long CALLS_OF_A_CHANGE = 5;

    private final SalesAutopilot sales;
    private final MarketingWrites writes;
    private final ListId list;
    private final FormId orderForm;
    private final Optional<FormId> updateForm;
    private final ProgressListener progress;

    PurchaseHistory(SalesAutopilot sales, MarketingWrites writes, ListId list, FormId orderForm) {
        this(sales, writes, list, orderForm, Optional.empty(), ProgressListener.none());
    }

    private PurchaseHistory(
            SalesAutopilot sales,
            MarketingWrites writes,
            ListId list,
            FormId orderForm,
            Optional<FormId> updateForm,
            ProgressListener progress) {
        this.sales = sales;
        this.writes = writes;
        this.list = Objects.requireNonNull(list, "list");
        this.orderForm = Objects.requireNonNull(orderForm, "orderForm");
        this.updateForm = updateForm;
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * Returns this sync bringing orders that are in the list to what the shop has now: the columns of
     * {@link WebshopOrder#fields}, addresses, delivery and the shop's status through this form, then the lines. A refund is told
     * by a field, {@code mssys_order_status} 3, and a cancellation by the shop's status. Columns that the order does not name
     * stay as they are.
     *
     * @param form an update form of the list without letters
     */
    public PurchaseHistory following(FormId form) {
        return new PurchaseHistory(sales, writes, list, orderForm, Optional.of(form), progress);
    }

    /**
     * Returns this sync telling how many orders of a run are done, failed ones included, at most a few times a second and
     * at its end; of how many is known where the history is a collection. Told on the thread that runs it.
     */
    public PurchaseHistory progress(ProgressListener listener) {
        return new PurchaseHistory(sales, writes, list, orderForm, updateForm, listener);
    }

    /** Returns what a run would do. Sends only the calls that read the numbers of the list, and none if every order is known. */
    public HistoryPlan plan(Iterable<WebshopOrder> history) {
        return CostMeter.during("history", () -> planned(history));
    }

    /**
     * Brings the list in step, one order after the other. One that fails is reported and does not stop the others, also one whose
     * answer was lost. The run ends early only where each further order would fail too: the key pair is refused, the rate
     * limit or the cost meter's stop is reached, the vendor cannot be reached, the store fails, or the thread is interrupted. Run
     * it again, and it goes on.
     */
    public HistoryReport sync(Iterable<WebshopOrder> history) {
        ProgressMeter meter = ProgressMeter.start("orders", progress, TimeSource.system());
        if (history instanceof Collection<WebshopOrder> all) {
            meter.total(OptionalLong.of(all.size()));
        }
        try {
            return CostMeter.during("history", () -> run(history, meter));
        } finally {
            meter.end();
        }
    }

    private HistoryReport run(Iterable<WebshopOrder> history, ProgressMeter meter) {
        List<EntryResult<SyncedOrder>> results = new ArrayList<>();
        Optional<OrderIndex> index = Optional.empty();
        Iterator<WebshopOrder> orders = history.iterator();
        while (orders.hasNext()) {
            List<WebshopOrder> window = next(orders);
            try {
                index = index.isPresent() || !hasManyUnknown(window) ? index : Optional.of(read());
            } catch (RuntimeException e) { // each order is looked up by itself then
                EntryResult<SyncedOrder> failed =
                        EntryResult.failed(window.get(0).orderId(), e);
                if (failed.endsTheRun()) {
                    results.add(failed);
                    return new HistoryReport(results, false);
                }
            }
            for (WebshopOrder order : window) {
                EntryResult<SyncedOrder> result = one(order, index);
                results.add(result);
                meter.add(1);
                if (result.endsTheRun()) {
                    return new HistoryReport(results, false);
                }
            }
        }
        return new HistoryReport(results, true);
    }

    private EntryResult<SyncedOrder> one(WebshopOrder order, Optional<OrderIndex> index) {
        try {
            return EntryResult.of(order.orderId(), sync(order, index));
        } catch (RuntimeException e) { // one order must not stop the others, whatever is wrong with it
            return EntryResult.failed(order.orderId(), e);
        }
    }

    private OnceResult<SyncedOrder> sync(WebshopOrder order, Optional<OrderIndex> index) {
        Optional<HistoryOrder> known = known(order);
        String fingerprint = HistoryOrder.fingerprint(order);
        if (known.filter(same -> same.fingerprint().equals(fingerprint)).isPresent()) {
            return done(known.get().record(), Change.UNCHANGED, How.EARLIER);
        }
        if (known.isPresent()) {
            Failures.refuseIf(updateForm.isEmpty(), Reason.CHANGED);
            return change(order, known.get());
        }
        List<RecordId> there = index.map(all -> all.find(order.orderId())).orElse(List.of());
        Failures.refuseIf(there.size() > 1, Reason.SEVERAL_ORDERS);
        return there.isEmpty() ? place(order, index.isPresent()) : found(order, there.get(0));
    }

    private OnceResult<SyncedOrder> place(WebshopOrder order, boolean isMissing) {
        ShopOrder asked = new ShopOrder(list, orderForm, order, isMissing);
        OnceResult<RecordId> placed;
        try {
            placed = writes.placed().perform(asked.id(), asked);
        } catch (KeyReuseException other) { // placed by a run that died before it kept what it had placed
            Optional<RecordId> record = writes.placed().find(asked.id()).flatMap(PurchaseHistory::result);
            if (updateForm.isEmpty() || record.isEmpty()) {
                throw other;
            }
            return change(order, new HistoryOrder(record.get(), "", 0));
        }
        if (!(placed instanceof OnceResult.Done<RecordId> done)) {
            return same(placed);
        }
        RecordId record = done.result().orElseThrow(() -> new MarketingRefusedException(Reason.NO_RECORD));
        boolean wasThere = done.how() == How.SEEN;
        if (wasThere && updateForm.isPresent()) {
            return change(order, new HistoryOrder(record, "", 0));
        }
        if (!wasThere && isNoted(writes.placed(), asked.id(), done.how())) {
            keep(order, new HistoryOrder(record, HistoryOrder.fingerprint(order), 0));
        }
        return done(record, done.how() == How.SENT ? Change.CREATED : Change.UNCHANGED, done.how());
    }

    /** What was in the list before has a content that is not known: it is compared where that may be changed. */
    private OnceResult<SyncedOrder> found(WebshopOrder order, RecordId record) {
        if (updateForm.isPresent()) {
            return change(order, new HistoryOrder(record, "", 0));
        }
        return done(record, Change.UNCHANGED, How.SEEN);
    }

    private OnceResult<SyncedOrder> change(WebshopOrder order, HistoryOrder known) {
        OrderChange asked =
                new OrderChange(list, updateForm.orElseThrow(), known.record(), order, known.revision() + 1);
        OnceResult<RecordId> result = writes.changes().perform(asked.id(), asked);
        if (!(result instanceof OnceResult.Done<RecordId> done)) {
            return same(result);
        }
        if (isNoted(writes.changes(), asked.id(), done.how())) {
            keep(order, new HistoryOrder(known.record(), HistoryOrder.fingerprint(order), known.revision() + 1));
        }
        return done(known.record(), done.how() == How.SENT ? Change.UPDATED : Change.UNCHANGED, done.how());
    }

    /**
     * If the store failed right after the vendor acted, the order is not kept as known, so that the next run asks again and the
     * write does not stay open forever.
     */
    private static boolean isNoted(OnceWrites<?, ?, ?> writes, String id, How how) {
        return how != How.SENT || writes.state(id) == WriteState.DONE;
    }

    private HistoryPlan planned(Iterable<WebshopOrder> history) {
        int toPlace = 0;
        int toChange = 0;
        int unchanged = 0;
        Optional<OrderIndex> index = Optional.empty();
        for (WebshopOrder order : history) {
            Optional<HistoryOrder> known = known(order);
            index = index.isPresent() || known.isPresent() ? index : Optional.of(read());
            boolean isThere = known.isPresent()
                    || index.filter(all -> !all.find(order.orderId()).isEmpty()).isPresent();
            boolean isSame = known.filter(same -> same.fingerprint().equals(HistoryOrder.fingerprint(order)))
                    .isPresent();
            if (!isThere) {
                toPlace++;
            } else if (isSame || updateForm.isEmpty()) {
                unchanged++;
            } else {
                toChange++;
            }
        }
        long calls = index.map(OrderIndex::calls).orElse(0) + toPlace + CALLS_OF_A_CHANGE * toChange;
        return new HistoryPlan(
                toPlace, toChange, unchanged, calls, sales.usage().grossOf(calls), CALL.multipliedBy(calls));
    }

    private boolean hasManyUnknown(List<WebshopOrder> window) {
        return window.stream()
                        .filter(order -> known(order).isEmpty())
                        .limit(FEW + 1L)
                        .count()
                > FEW;
    }

    private OrderIndex read() {
        return OrderIndex.read(sales.subscribers(list));
    }

    private Optional<HistoryOrder> known(WebshopOrder order) {
        return writes.history().find(WriteId.of(list, order.orderId())).map(Versioned::value);
    }

    private void keep(WebshopOrder order, HistoryOrder synced) {
        Versioned<HistoryOrder> unused = writes.history()
                .update(WriteId.of(list, order.orderId()), Optional.of(MarketingWrites.KEEP_HISTORY), any -> synced);
    }

    private static OnceResult<SyncedOrder> done(RecordId record, Change change, How how) {
        return new OnceResult.Done<>(Optional.of(new SyncedOrder(record, change)), how);
    }

    private static Optional<RecordId> result(OnceResult<RecordId> known) {
        return known instanceof OnceResult.Done<RecordId> done ? done.result() : Optional.empty();
    }

    /** Returns a result that is not done as one of another type. */
    private static OnceResult<SyncedOrder> same(OnceResult<RecordId> open) {
        if (open instanceof OnceResult.InProgress<RecordId> progress) {
            return new OnceResult.InProgress<>(progress.until());
        }
        if (open instanceof OnceResult.Unknown<RecordId> unknown) {
            return new OnceResult.Unknown<>(unknown.duplicated());
        }
        return new OnceResult.Refused<>(open.toString());
    }

    private static List<WebshopOrder> next(Iterator<WebshopOrder> orders) {
        List<WebshopOrder> window = new ArrayList<>();
        while (orders.hasNext() && window.size() < WINDOW) {
            window.add(orders.next());
        }
        return window;
    }
}
