package io.mostik.remonline.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Feed;
import io.mostik.remonline.inquiries.Inquiry;
import io.mostik.remonline.legacy.LegacyClient;
import io.mostik.remonline.legacy.LegacyEstimate;
import io.mostik.remonline.legacy.LegacyOrder;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import java.util.Objects;

/**
 * Feeds of what has changed, for accounts that have the token generation only; the same promise as {@link RemOnlineFeeds}.
 * Filters by the last change are documented of all four, an order of the rows of none: after each page but the last the range
 * that it shows is read once more. That leads and estimates tell when they were changed is inferred; one that does not stops
 * its feed. Invoices have no feed, for they have no such filter here. Rows deleted at the vendor do not come: see
 * {@link DeletionSweep}. Immutable and thread-safe.
 */
public final class LegacyFeeds {

    private static final String PREFIX = "remonline.changes.";
    private static final ChangeKey<LegacyOrder> ORDERS =
            new ChangeKey<>("legacyOrders", LegacyOrder::id, LegacyOrder::modifiedAt, false);
    private static final ChangeKey<LegacyClient> CLIENTS =
            new ChangeKey<>("legacyClients", LegacyClient::id, LegacyClient::modifiedAt, false);
    private static final ChangeKey<LegacyEstimate> ESTIMATES =
            new ChangeKey<>("legacyEstimates", LegacyEstimate::id, LegacyEstimate::modifiedAt, false);
    private static final ChangeKey<Inquiry> LEADS =
            new ChangeKey<>("legacyLeads", Inquiry::id, Inquiry::modifiedAt, false);

    private final RemOnlineLegacy remonline;
    private final StateStore store;
    private final TimeSource time;

    private LegacyFeeds(RemOnlineLegacy remonline, StateStore store, TimeSource time) {
        this.remonline = Objects.requireNonNull(remonline, "remonline");
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Returns the feeds of an account.
     *
     * @param store remembers how far each has come; shared by all nodes
     */
    public static LegacyFeeds of(RemOnlineLegacy remonline, StateStore store) {
        return of(remonline, store, TimeSource.system());
    }

    /** Returns the feeds of an account, with the clock by which this process counts its own leases. */
    public static LegacyFeeds of(RemOnlineLegacy remonline, StateStore store, TimeSource time) {
        return new LegacyFeeds(remonline, store, time);
    }

    /**
     * Returns the changes of orders.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<LegacyOrder> orders(String name) {
        return feed(remonline.orders()::changed, ORDERS, name);
    }

    /**
     * Returns the changes of clients, people and organisations in one.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<LegacyClient> clients(String name) {
        return feed(remonline.clients()::changed, CLIENTS, name);
    }

    /**
     * Returns the changes of estimates.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<LegacyEstimate> estimates(String name) {
        return feed(remonline.estimates()::changed, ESTIMATES, name);
    }

    /**
     * Returns the changes of leads.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Inquiry> leads(String name) {
        return feed(remonline.leads()::changed, LEADS, name);
    }

    private <T> Feed<T> feed(ChangeSource<T> rows, ChangeKey<T> key, String name) {
        return Feed.of(
                store,
                time,
                PREFIX + key.kind() + "." + name,
                new ChangedRows<>(rows, key, remonline::vendorTime, time));
    }
}
