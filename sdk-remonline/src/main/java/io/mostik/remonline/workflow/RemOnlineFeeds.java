package io.mostik.remonline.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedSource;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.bookings.Booking;
import io.mostik.remonline.contacts.Organization;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.inquiries.Inquiry;
import io.mostik.remonline.invoices.Invoice;
import io.mostik.remonline.orders.Order;
import java.util.Objects;

/**
 * Feeds of what has changed at RemOnline: each state of a row once, in the order of the changes, nothing lost when rows
 * move between pages meanwhile. Rows deleted at the vendor do not come: its deletion webhooks tell of them, and
 * {@link DeletionSweep} finds those whose webhook was missed. Immutable and thread-safe.
 *
 * <pre>{@code
 * RemOnlineFeeds feeds = RemOnlineFeeds.of(remonline, JdbcStateStore.create(dataSource));
 * FeedPoll poll = feeds.orders("copy").poll(order -> copy.put(order.id(), order));
 * }</pre>
 *
 * <p>Filter and order by the last change are documented of orders and people. Of estimates, organisations, invoices,
 * bookings and leads the filter is documented and the order is not, and of bookings also not that they tell when they were changed.
 * So their feeds stand on no order: after each page but the last they read the range that it shows once more, by an end as
 * well as a begin, and again until two readings agree. Nothing is missed whatever the vendor sorts by; an account that it
 * does not sort costs more calls. Leads, of the unversioned address, are read so too. Tasks have no feed: they do not tell
 * when they were changed. Their webhooks do.
 *
 * <p>A row that cannot be read, or does not say when it was changed, stops its feed; over a client {@code with}
 * {@code skippingUnreadable} it is left out and told.
 *
 * <p>An engine that keeps positions itself gives {@link StateStore#inMemory} and polls with state in and out.
 *
 * @see Feed
 */
public final class RemOnlineFeeds {

    private static final String PREFIX = "remonline.changes.";
    private static final ChangeKey<Order> ORDERS = new ChangeKey<>("orders", Order::id, Order::modifiedAt, true);
    private static final ChangeKey<Person> PEOPLE = new ChangeKey<>("people", Person::id, Person::modifiedAt, true);
    private static final ChangeKey<Order> ESTIMATES = new ChangeKey<>("estimates", Order::id, Order::modifiedAt, false);
    private static final ChangeKey<Organization> ORGANIZATIONS =
            new ChangeKey<>("organizations", Organization::id, Organization::modifiedAt, false);
    private static final ChangeKey<Invoice> INVOICES =
            new ChangeKey<>("invoices", Invoice::id, Invoice::modifiedAt, false);
    private static final ChangeKey<Inquiry> LEADS = new ChangeKey<>("leads", Inquiry::id, Inquiry::modifiedAt, false);
    private static final ChangeKey<Booking> BOOKINGS =
            new ChangeKey<>("bookings", Booking::id, Booking::modifiedAt, false);

    private final RemOnline remonline;
    private final StateStore store;
    private final TimeSource time;

    private RemOnlineFeeds(RemOnline remonline, StateStore store, TimeSource time) {
        this.remonline = Objects.requireNonNull(remonline, "remonline");
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Returns the feeds of an account.
     *
     * @param store remembers how far each has come; shared by all nodes
     */
    public static RemOnlineFeeds of(RemOnline remonline, StateStore store) {
        return of(remonline, store, TimeSource.system());
    }

    /** Returns the feeds of an account, with the clock by which this process counts its own leases. */
    public static RemOnlineFeeds of(RemOnline remonline, StateStore store, TimeSource time) {
        return new RemOnlineFeeds(remonline, store, time);
    }

    /**
     * Returns the changes of orders.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Order> orders(String name) {
        return feed(remonline.orders()::changed, ORDERS, name);
    }

    /**
     * Returns the changes of people.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Person> people(String name) {
        return feed(remonline.people()::changed, PEOPLE, name);
    }

    /**
     * Returns the changes of estimates.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Order> estimates(String name) {
        return feed(remonline.estimates()::changed, ESTIMATES, name);
    }

    /**
     * Returns the changes of organisations.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Organization> organizations(String name) {
        return feed(remonline.organizations()::changed, ORGANIZATIONS, name);
    }

    /**
     * Returns the changes of invoices.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Invoice> invoices(String name) {
        return feed(remonline.invoices()::changed, INVOICES, name);
    }

    /**
     * Returns the changes of bookings.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Booking> bookings(String name) {
        return feed(remonline.bookings()::changed, BOOKINGS, name);
    }

    /**
     * Returns the changes of leads, read at the unversioned address.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Inquiry> leads(String name) {
        return feed(remonline.leads()::changed, LEADS, name);
    }

    /**
     * Returns the changes of orders as the source of a feed of your own, which may turn them into something else.
     */
    public static FeedSource<Order> orderChanges(RemOnline remonline, TimeSource time) {
        return new ChangedRows<>(remonline.orders()::changed, ORDERS, remonline::vendorTime, time);
    }

    private <T> Feed<T> feed(ChangeSource<T> rows, ChangeKey<T> key, String name) {
        return Feed.of(
                store,
                time,
                PREFIX + key.kind() + "." + name,
                new ChangedRows<>(rows, key, remonline::vendorTime, time));
    }
}
