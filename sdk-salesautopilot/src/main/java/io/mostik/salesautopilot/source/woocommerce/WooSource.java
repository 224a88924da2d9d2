package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.once.Lease;
import io.mostik.core.once.Records;
import io.mostik.salesautopilot.internal.Digests;
import io.mostik.salesautopilot.workflow.EntryResult;
import io.mostik.salesautopilot.workflow.HistoryReport;
import io.mostik.salesautopilot.workflow.PurchaseHistory;
import io.mostik.salesautopilot.workflow.SyncedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings the orders of a WooCommerce shop into the purchase history: a notice only says which order to read, and what was read is
 * compared with what was brought before. So notices may come twice, late or in any order, and a lost one is found by {@link #sweep}.
 * One node at a time reads an order, so that an older reading never follows a newer one. Thread-safe, on several nodes with one
 * store too.
 *
 * <pre>{@code
 * PurchaseHistory history = marketing.purchaseHistory(list, orderForm).following(updateForm);
 * WooSource source = WooSource.of(shop, history, store).since(Instant.parse("2026-09-01T00:00:00Z"));
 * Inbox<WooNotice> inbox = receiver.inbox(once).ordered(WooNotice::subject).open(source::accept).start(executor);
 * scheduler.scheduleWithFixedDelay(source::sweep, 1, 1, TimeUnit.HOURS);
 * }</pre>
 *
 * <p>An order that was deleted for good has no content to compare and stays in the list as it is; one in the shop's trash follows
 * with the status {@code trash}.
 */
public final class WooSource {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final int DIGITS = 16;

    private final WooCommerce shop;
    private final PurchaseHistory history;
    private final StateStore store;
    private final Instant since;
    private final String key;
    private final Records<String> again;

    private WooSource(WooCommerce shop, PurchaseHistory history, StateStore store, Instant since) {
        this.shop = Objects.requireNonNull(shop, "shop");
        this.history = Objects.requireNonNull(history, "history");
        this.store = Objects.requireNonNull(store, "store");
        this.since = Objects.requireNonNull(since, "since");
        this.key = "woocommerce/" + Digests.of(shop.address()).substring(0, DIGITS);
        this.again = Records.of(store, key + "/again/", String.class);
    }

    /** Returns the source of a shop for a history, whose sweep begins with the oldest order. */
    public static WooSource of(WooCommerce shop, PurchaseHistory history, StateStore store) {
        return new WooSource(shop, history, store, Instant.EPOCH);
    }

    /** Returns this source whose first sweep begins with what was changed since then. */
    public WooSource since(Instant first) {
        return new WooSource(shop, history, store, first);
    }

    /**
     * Reads the order of a notice and brings it into the history.
     *
     * @return what became of it; empty if the notice is about no order, or there is none any more
     * @throws RuntimeException if it could not be read or brought, so that an inbox tries again
     */
    public Optional<EntryResult<SyncedOrder>> accept(WooNotice notice) {
        if (notice.order().isEmpty()) {
            return Optional.empty();
        }
        long id = notice.order().get();
        try (Lease held = lease(id).orElseThrow(() -> unfinished("another reads this order"))) {
            return bring(id, held).map(WooSource::done);
        }
    }

    /**
     * Reads what was changed since the last sweep and brings it into the history. An order that fails is kept and tried again with
     * each sweep, and stops no other; where the next would fail too, as in an outage, the sweep ends, and the next one goes on.
     *
     * @throws RuntimeException if the shop cannot be read, or no order could be brought at this time
     */
    public FeedPoll sweep() {
        List<String> kept = again.stream("").map(known -> known.value()).toList();
        kept.forEach(id -> tried(Long.parseLong(id)));
        return Feed.of(store, shop.time(), key + "/sweep", new WooFeed(shop))
                .since(since)
                .overlap(OVERLAP)
                .poll(order -> tried(order.id()));
    }

    /** Returns the ids of the orders that a sweep could not bring and that are tried again with the next. */
    public List<Long> waiting() {
        return again.stream("").map(known -> Long.valueOf(known.value())).toList();
    }

    private void tried(long id) {
        String name = Long.toString(id);
        if (isBrought(id)) {
            again.find(name).ifPresent(known -> again.remove(name, known.version()));
        } else {
            again.put(name, name);
        }
    }

    private boolean isBrought(long id) {
        Optional<Lease> lease = lease(id);
        if (lease.isEmpty()) {
            return false;
        }
        try (Lease held = lease.get()) {
            Optional<HistoryReport> report = bring(id, held);
            report.filter(ended -> !ended.complete()).ifPresent(WooSource::done);
            return report.isEmpty() || report.get().failed().isEmpty();
        } catch (DecodingException e) { // this order is odd; the others may not be
            return false;
        }
    }

    private Optional<Lease> lease(long id) {
        return Lease.tryAcquireRenewed(store, shop.time(), key + "/order/" + id, LEASE);
    }

    private Optional<HistoryReport> bring(long id, Lease held) {
        Optional<WooOrder> order = shop.find(id).filter(read -> !read.isDraft());
        if (!held.isHeld()) {
            throw unfinished("another may have read this order");
        }
        return order.map(read -> history.sync(List.of(read.webshopOrder())));
    }

    private static EntryResult<SyncedOrder> done(HistoryReport report) {
        EntryResult<SyncedOrder> result = report.orders().get(0);
        if (result.isDone()) {
            return result;
        }
        throw result.failure().orElseGet(() -> unfinished("the order is not in step yet"));
    }

    private static TransportException unfinished(String why) {
        return new TransportException(
                why, FailureInfo.temporary("woocommerce.sync", Outcome.UNKNOWN, Phase.DECODE), null);
    }
}
