package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.Records;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The once-only writes of the marketing workflows. Their leases and settling times follow the longest call of the client that
 * they are sent with.
 */
final class MarketingWrites {

    static final Duration KEEP_HISTORY = Duration.ofDays(800);

    private static final Duration KEEP = Duration.ofDays(400);

    /** The website links the record, and the vendor knows the address; this covers the time until both do. */
    private static final Duration KEEP_SIGN_UPS = Duration.ofDays(1);

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final Duration longestCall;
    private final OnceWrites<OrderPayment, Void, RecordId> paid;
    private final OnceWrites<ShopOrder, Void, RecordId> placed;
    private final OnceWrites<SiteSignUp, Void, Contact> signUps;
    private final OnceWrites<LedgerEntry, Void, RecordId> covered;
    private final Records<LedgerOrder> ledger;
    private final OnceWrites<Reactivation, Void, Contact> reactivations;
    private final ConsentBook book;
    private final OnceWrites<OrderChange, Void, RecordId> changes;
    private final Records<HistoryOrder> history;
    private final Once once;
    private final List<LedgerListener> listeners = new CopyOnWriteArrayList<>();

    MarketingWrites(SalesAutopilot sales, Once once) {
        this.once = once;
        this.book = new ConsentBook(once.store());
        longestCall = sales.longestCall();
        paid = once.writes(
                kind("paid", OrderPayment.class, RecordId.class, 2)
                        .content(ContentPolicy.IGNORED)
                        .keep(KEEP)
                        .build(),
                new MarkPaidSteps(sales));
        placed = once.writes(
                kind("order", ShopOrder.class, RecordId.class, 2)
                        .content(ContentPolicy.DIGESTED)
                        .keep(KEEP)
                        .build(),
                new PlaceOrderSteps(sales));
        signUps = once.writes(
                kind("sign-up", SiteSignUp.class, Contact.class, 2)
                        .ids(IdPolicy.PERSONAL)
                        .content(ContentPolicy.IGNORED)
                        .keep(KEEP_SIGN_UPS)
                        .build(),
                new SignUpSteps(sales, book));
        reactivations = once.writes(
                kind("reactivation", Reactivation.class, Contact.class, 3)
                        .ids(IdPolicy.PERSONAL)
                        .content(ContentPolicy.IGNORED)
                        .keep(KEEP)
                        .build(),
                new ReactivationSteps(sales));
        changes = once.writes(
                kind("order-change", OrderChange.class, RecordId.class, 8)
                        .content(ContentPolicy.IGNORED)
                        .keep(KEEP)
                        .build(),
                new OrderChangeSteps(sales));
        history = Records.of(once.store(), "salesautopilot/history/", HistoryOrder.class);
        // What can be tried as often as one likes has nothing to wait for. A document can be reported again as long as
        // it exists, so
        // what is settled is remembered without end.
        covered = once.writes(
                kind("covered", LedgerEntry.class, RecordId.class, 4)
                        .content(ContentPolicy.STORED)
                        .settling(Duration.ZERO)
                        .build(),
                new LedgerSteps(sales, this));
        ledger = Records.of(once.store(), "salesautopilot/ledger/", LedgerOrder.class);
    }

    OnceWrites<OrderPayment, Void, RecordId> paid() {
        return paid;
    }

    OnceWrites<ShopOrder, Void, RecordId> placed() {
        return placed;
    }

    OnceWrites<SiteSignUp, Void, Contact> signUps() {
        return signUps;
    }

    OnceWrites<Reactivation, Void, Contact> reactivations() {
        return reactivations;
    }

    /** Returns the changes of orders that are in a list. */
    OnceWrites<OrderChange, Void, RecordId> changes() {
        return changes;
    }

    /** Returns the orders of shops as the lists have them. */
    Records<HistoryOrder> history() {
        return history;
    }

    /** Returns what is remembered of addresses. */
    ConsentBook book() {
        return book;
    }

    /** Returns the orders whose sum is covered, to be marked paid. */
    OnceWrites<LedgerEntry, Void, RecordId> covered() {
        return covered;
    }

    /** Returns the documents of each order. */
    Records<LedgerOrder> ledger() {
        return ledger;
    }

    StateStore store() {
        return once.store();
    }

    /** Returns the time of the store. */
    Instant now() {
        return once.store().now();
    }

    void listen(LedgerListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** Tells each listener; one that fails changes nothing. */
    void tell(Consumer<LedgerListener> event) {
        for (LedgerListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                System.getLogger("io.mostik.salesautopilot")
                        .log(
                                System.Logger.Level.WARNING,
                                "a listener of the ledger failed: "
                                        + e.getClass().getName());
            }
        }
    }

    private <P, R> Kind.Builder<P, Void, R> kind(String name, Class<P> asked, Class<R> result, int calls) {
        Duration lease = longestCall.multipliedBy(calls).plus(MARGIN);
        return Kind.builder("salesautopilot/" + name, asked, Void.class, result)
                .ids(IdPolicy.PLAIN)
                .lease(lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE)
                .settling(longestCall.plus(MARGIN));
    }
}
