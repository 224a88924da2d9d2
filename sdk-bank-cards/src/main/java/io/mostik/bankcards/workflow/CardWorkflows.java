package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import java.util.Objects;

/**
 * The entry to the workflows, which remember, repeat or join several calls of the bank: {@linkplain CardDirectory who has
 * which card}, {@linkplain Allowances money for orders}, {@linkplain Approvals changes with an approval}, {@linkplain
 * ShopCards cards for shops}, {@linkplain Dismissals dismissals}. They share one record for each card, so that they know of
 * each other: an order waits for a change under way, a reissued card takes its orders along, and the cards of somebody who
 * was dismissed get no more money.
 *
 * <pre>{@code
 * CardWorkflows cards = CardWorkflows.of(bank, JdbcStateStore.create(dataSource));
 * cards.directory().update(card, known -> known.employee("E-17"));
 * cards.allowances().grant(new Grant(card, "order 1001", new BigDecimal("1450.50")));
 * cards.once().pending().forEach(open -> console.show(open));
 * }</pre>
 *
 * <p>What a workflow does not do, it refuses with a {@link CardRefusedException}, which says why; a failing
 * {@link StateStore} is a {@link io.mostik.core.StateStoreException}.
 *
 * <p>Make one for each client, and one client for each company: leases follow the longest call of the client, its
 * {@code CallOptions} included, but for {@code skippingUnreadable}: what a workflow reads, it reads whole. Thread-safe, on
 * several nodes with one store too.
 */
public final class CardWorkflows {

    private final Once once;
    private final CardDirectory directory;
    private final Allowances allowances;
    private final Approvals approvals;
    private final Dismissals dismissals;
    private final ShopCards shopCards;

    private CardWorkflows(CardBank bank, Once once) {
        StateStore store = once.store();
        CardOwners owners = new CardOwners(store);
        ChangeRecords changes = new ChangeRecords(store);
        CardWrites writes = new CardWrites(bank, once, owners, changes);
        this.once = once;
        this.directory = new CardDirectory(store);
        this.allowances = new Allowances(bank, owners, writes, directory, store);
        this.approvals = new Approvals(bank, changes, new ChangeExecution(bank, directory, changes, writes, once));
        this.dismissals = new Dismissals(bank, directory, owners, writes.blocks(), store);
        this.shopCards = new ShopCards(bank, directory, store);
    }

    /**
     * Returns the workflows for T-Bank.
     *
     * @param store where they remember; shared by all nodes of the application
     */
    public static CardWorkflows of(TBank bank, StateStore store) {
        return of(bank, store, TimeSource.system());
    }

    /** Returns the workflows for T-Bank, with the clock by which this process counts its own leases. */
    public static CardWorkflows of(TBank bank, StateStore store, TimeSource time) {
        return of(CardBank.of(Objects.requireNonNull(bank, "bank")), store, time);
    }

    /** Returns the workflows for any bank; what it does not offer they refuse with {@code NOT_OFFERED}. */
    public static CardWorkflows of(CardBank bank, StateStore store) {
        return of(bank, store, TimeSource.system());
    }

    /** Returns the workflows for any bank, with the clock by which this process counts its own leases. */
    public static CardWorkflows of(CardBank bank, StateStore store, TimeSource time) {
        return new CardWorkflows(Objects.requireNonNull(bank, "bank"), Once.over(store, time));
    }

    /** Returns who has which card. */
    public CardDirectory directory() {
        return directory;
    }

    /** Returns the money of orders. */
    public Allowances allowances() {
        return allowances;
    }

    /** Returns the changes that need an approval. */
    public Approvals approvals() {
        return approvals;
    }

    /** Returns the end of the cards of those who leave. */
    public Dismissals dismissals() {
        return dismissals;
    }

    /** Returns the cards of shops. */
    public ShopCards shopCards() {
        return shopCards;
    }

    /**
     * Returns the engine beneath. Its {@code pending()} lists everything that is open, such as a grant whose answer was
     * lost, a reissue that is running, or a card that is not known to be blocked; its {@code resolve} notes what a
     * person has found out.
     */
    public Once once() {
        return once;
    }
}
