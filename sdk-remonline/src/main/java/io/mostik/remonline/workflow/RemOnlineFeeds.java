package io.mostik.remonline.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedSource;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrdersApi;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Feeds of what has changed at RemOnline: each state of a row once, in the order of the changes, nothing lost when rows
 * move between pages meanwhile. Rows removed at the vendor do not come: it does not tell of them. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * RemOnlineFeeds feeds = RemOnlineFeeds.of(remonline, JdbcStateStore.create(dataSource));
 * FeedPoll poll = feeds.orders("copy").poll(order -> copy.put(order.id(), order));
 * }</pre>
 *
 * <p>An engine that keeps positions itself gives {@link StateStore#inMemory} and polls with state in and out.
 *
 * @see Feed
 */
public final class RemOnlineFeeds {

    private static final String PREFIX = "remonline.changes.";
    private static final ChangeKey<Order> ORDERS = new ChangeKey<>("orders", Order::id, Order::modifiedAt);
    private static final ChangeKey<Person> PEOPLE = new ChangeKey<>("people", Person::id, Person::modifiedAt);

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
        return feed(orderChanges(remonline, UnaryOperator.identity(), time), ORDERS.kind() + "." + name);
    }

    /**
     * Returns the changes of people.
     *
     * @param name tells this feed from others of the same account; part of the key in the store
     */
    public Feed<Person> people(String name) {
        FeedSource<Person> source = new ChangedRows<>(remonline.people()::changed, PEOPLE, remonline::vendorTime, time);
        return feed(source, PEOPLE.kind() + "." + name);
    }

    /**
     * Returns the changes of orders as the source of a feed of your own, which may turn them into something else.
     *
     * @param view of the orders, such as {@code orders -> orders.skippingUnreadable(…)}
     */
    public static FeedSource<Order> orderChanges(RemOnline remonline, UnaryOperator<OrdersApi> view, TimeSource time) {
        return new ChangedRows<>(view.apply(remonline.orders())::changed, ORDERS, remonline::vendorTime, time);
    }

    private <T> Feed<T> feed(FeedSource<T> source, String name) {
        return Feed.of(store, time, PREFIX + name, source);
    }
}
