package io.mostik.bankcards;

import io.mostik.bankcards.Allowance.State;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.core.Bulk;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a courier the money of one order: the one-time limit of his card becomes the sum of the order, and zero when the
 * order is closed or cancelled. No allowance is granted twice, whatever breaks and however often it is asked for: what
 * was asked of the bank is remembered first, and read back before it is asked again. A card serves one order at a time,
 * and an order is granted to one card, once: what was granted for it never comes to more than its sum. Orders are
 * remembered for 400 days. Thread-safe, on several nodes with one store too.
 */
public final class CourierAllowance {

    private final TBank bank;
    private final TimeSource time;
    private final AllowanceBook book;
    private final Granting granting;
    private final SpendingWatch watch;

    /**
     * Creates the story.
     *
     * @param store where allowances are remembered; shared by all nodes
     */
    public CourierAllowance(TBank bank, StateStore store, TimeSource time) {
        this.bank = Objects.requireNonNull(bank, "bank");
        this.time = Objects.requireNonNull(time, "time");
        this.book = new AllowanceBook(Objects.requireNonNull(store, "store"), time);
        this.granting = new Granting(bank, book, time);
        this.watch = new SpendingWatch(book, store, time);
    }

    /**
     * What to grant.
     *
     * @param ucid the card
     * @param order the order, 1 to 100 characters; its name is written down, so no personal data
     * @param sum what it costs, in the currency of the account, with at most two decimals
     */
    public record Grant(Ucid ucid, String order, BigDecimal sum) {

        private static final int LONGEST_ORDER = 100;

        /** Refuses what cannot be a limit. */
        public Grant {
            Objects.requireNonNull(ucid, "ucid");
            if (order.isBlank() || order.length() > LONGEST_ORDER) {
                throw new IllegalArgumentException("order must have 1 to " + LONGEST_ORDER + " characters");
            }
            NewLimit unused = NewLimit.once(sum);
        }

        /** Returns whether the sum is in whole units, as a batch of the bank takes it. */
        boolean isWhole() {
            return sum.stripTrailingZeros().scale() <= 0;
        }
    }

    /**
     * Grants the sum of an order. Asking again for the same order grants nothing more.
     *
     * @return the allowance: {@code GRANTED}, or {@code UNSURE} if what the bank shows fits both a lost and a received
     *     grant, and somebody has to look
     * @throws IllegalStateException if the card serves another order, the order was granted to another card or is closed,
     *     or another node is at it
     * @throws SdkException if the bank could not be asked; with {@code UNKNOWN}, grant again to read back what is
     */
    public Allowance grant(Grant grant) {
        return granting.grant(grant);
    }

    /**
     * Grants many, with a result for each: two and more in whole units of the currency together in a batch of the bank,
     * all others one by one at the pace that the bank allows. A card that is refused stops no other. What a batch leaves
     * open is asked card by card; where it may have happened without an answer, each of its cards fails with
     * {@code UNKNOWN}: grant again to read back what is.
     *
     * @return a result for each grant, in their order
     * @throws InterruptedException if the thread is interrupted; what was begun is read back when it is granted again,
     *     two minutes later
     */
    public List<Bulk.Result<Grant, Allowance>> grantAll(Collection<Grant> grants, Bulk bulk)
            throws InterruptedException {
        return new ManyGrants(bank, book, granting, bulk).grant(List.copyOf(grants));
    }

    /**
     * Sets the limit of a closed or cancelled order to zero. Harmless when repeated.
     *
     * @return whether the order is closed now; false if the card does not serve it
     * @throws IllegalStateException if another node is granting or closing at this moment; try again
     * @throws SdkException if the bank could not be asked; close again
     */
    public boolean close(Ucid ucid, String order) {
        Optional<Records.Kept<Allowance>> kept =
                book.find(ucid).filter(one -> one.value().order().equals(order));
        kept.filter(one -> one.value().state() != State.CLOSED).ifPresent(this::close);
        return kept.isPresent();
    }

    /** Returns the latest allowance of a card. */
    public Optional<Allowance> find(Ucid ucid) {
        return book.find(ucid).map(Records.Kept::value);
    }

    /**
     * Returns why an operation alone, as webhook or statement tell it, does not belong to an order; empty if it does, or
     * if no money went by card. Remembers nothing; see {@link #watch}.
     */
    public Optional<StrayReason> check(Operation operation) {
        return watch.alone(operation).map(Stray::reason);
    }

    /**
     * Watches an operation, as webhook or statement tell it: returns it if it does not belong to an order, or if all that
     * was spent for the order up to it comes to more than the order's sum. Remembers operations for 60 days; one that is
     * told again, held and then posted, counts once.
     */
    public Optional<Stray> watch(Operation operation) {
        return watch.together(operation);
    }

    /** Says first that it closes, so that a slow node cannot take the money of the order that follows. */
    private void close(Records.Kept<Allowance> kept) {
        Allowance known = kept.value();
        Granting.refuse(book.isUnderWay(known), "another thread or node is granting or closing at this moment");
        Records.Kept<Allowance> closing = book.move(kept, known.in(State.CLOSING, Optional.of(time.now())));
        try {
            bank.limits().setSpend(known.ucid(), NewLimit.zero());
        } catch (SdkException e) {
            book.move(closing, known.in(State.CLOSING, Optional.empty()));
            throw e;
        }
        book.close(closing);
    }
}
