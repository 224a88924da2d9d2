package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Feed;
import io.mostik.core.once.Once;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.ContactRecord;
import java.util.List;
import java.util.Objects;

/**
 * The front door to all that remembers, repeats or joins several calls of SalesAutopilot: {@linkplain SignUps sign-ups} of a
 * website, {@linkplain OrderWorkflow orders} of a webshop, {@linkplain PaymentLedger payments} of an invoicing program,
 * {@linkplain ConsentWorkflow consent}, {@linkplain Erasure erasure}. All of them remember in the one store that is given
 * here.
 *
 * <pre>{@code
 * MarketingWorkflows marketing = MarketingWorkflows.of(sales, JdbcStateStore.create(dataSource));
 * OnceResult<RecordId> placed = marketing.orders(list).place(orderForm, order);
 * OnceResult<RecordId> paid = marketing.orders(list).markPaid(paidForm, OrderRef.shopOrder("W-1"), day);
 * marketing.once().pending().forEach(open -> console.show(open));
 * }</pre>
 *
 * <p>Make one for each client: leases follow the longest call of the client, its {@code CallOptions} included. Of these
 * {@code skippingUnreadable} holds for the feed of new records only: what else a workflow reads, it reads whole. Thread-safe, on
 * several nodes with one store too.
 */
public final class MarketingWorkflows {

    private final SalesAutopilot given;
    private final SalesAutopilot sales;
    private final Once once;
    private final TimeSource time;
    private final MarketingWrites writes;

    private MarketingWorkflows(SalesAutopilot sales, StateStore store, TimeSource time) {
        this.given = Objects.requireNonNull(sales, "sales");
        this.sales = whole(sales);
        this.time = time;
        this.once = Once.over(store, time);
        this.writes = new MarketingWrites(this.sales, once);
    }

    /** A record that is left out of a list looks like one that was never made: an order would be placed again. */
    private static SalesAutopilot whole(SalesAutopilot sales) {
        return sales.with(sales.options().withoutSkipping());
    }

    /**
     * Returns the workflows.
     *
     * @param store where they remember; shared by all nodes of the application
     */
    public static MarketingWorkflows of(SalesAutopilot sales, StateStore store) {
        return of(sales, store, TimeSource.system());
    }

    /** Returns the workflows, with the clock by which this process counts its own leases. */
    public static MarketingWorkflows of(SalesAutopilot sales, StateStore store, TimeSource time) {
        return new MarketingWorkflows(sales, store, time);
    }

    /**
     * Returns the sign-ups of a website.
     *
     * @param signUpForm a sign-up form of the list, without the reCAPTCHA filter
     * @param users the users of the website
     */
    public <V> SignUps<V> signUps(ListId list, FormId signUpForm, SiteUsers<V> users) {
        return new SignUps<>(sales, writes, list, signUpForm, users);
    }

    /**
     * Returns the sync of a webshop's purchase history.
     *
     * @param orderForm an order form of the list, without letters and invoices
     */
    public PurchaseHistory purchaseHistory(ListId list, FormId orderForm) {
        return new PurchaseHistory(sales, writes, list, orderForm);
    }

    /**
     * Returns the ledger of the invoices and payments of an invoicing program.
     *
     * @param paidForm the update form of the order list that is reserved for payments
     * @param program tells several invoicing programs apart
     */
    public PaymentLedger payments(ListId list, FormId paidForm, String program) {
        return new PaymentLedger(writes, list, paidForm, program);
    }

    /** Returns placing orders and marking them paid, each once. */
    public OrderWorkflow orders(ListId list) {
        return new OrderWorkflow(sales, writes, list);
    }

    /**
     * Returns writing records by their e-mail address.
     *
     * @param updateForm an update form of the list, for records that are there
     */
    public ContactWorkflow contacts(ListId list, FormId updateForm) {
        return new ContactWorkflow(sales.subscribers(list), list, updateForm, writes.book());
    }

    /** Returns who may get letters of a list, and who has left it. */
    public ConsentWorkflow consent(ListId list) {
        return new ConsentWorkflow(sales, writes, list, time);
    }

    /**
     * Returns the erasure of persons from lists.
     *
     * @param lists all lists that may hold a record of the person; an order list may have to be kept by law
     */
    public Erasure erasure(List<ListId> lists) {
        return new Erasure(sales, writes, lists);
    }

    /** Returns a feed of the records that come into a list, with the default settings. */
    public Feed<ContactRecord> newRecords(ListId list, String name) {
        return newRecords(list, name, RecordFeedSettings.builder().build());
    }

    /**
     * Returns a feed of the records that come into a list, by their time of sign-up. Each record comes once, also those of the
     * same second and those that appear late or with an earlier time within the overlap. Later changes of a record do not
     * come. {@link Feed#upTo} is the vendor's local time, read as if it were UTC.
     *
     * @param name tells several feeds of one list apart; part of the key in the store
     */
    public Feed<ContactRecord> newRecords(ListId list, String name, RecordFeedSettings settings) {
        String key = "salesautopilot/feed/" + list.value() + "/" + name;
        NewRecords source = new NewRecords(given.subscribers(list)::list, settings);
        return Feed.of(once.store(), time, key, source).overlap(settings.overlap());
    }

    /**
     * Returns the engine beneath. Its {@code pending()} lists everything that is open, such as an order whose answer was lost
     * or a payment that waits for its order; its {@code resolve} notes what a person has found out.
     */
    public Once once() {
        return once;
    }
}
