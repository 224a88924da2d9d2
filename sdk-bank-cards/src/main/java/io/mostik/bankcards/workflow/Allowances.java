package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.CloseSteps.Close;
import io.mostik.core.BatchExecutor;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.once.Attempt;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.WriteState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives a courier the money of his orders: the one-time limit of his card is what the open orders cost, less what was
 * spent of it, and zero when the last one is closed or cancelled. From {@link CardWorkflows#allowances}. Thread-safe, on
 * several nodes with one store too.
 *
 * <pre>{@code
 * Allowances allowances = CardWorkflows.of(bank, store).allowances();
 * Allowance allowance = allowances.grant(new Grant(card, "order 1001", new BigDecimal("1450.50")));
 * allowances.amend("order 1001", new BigDecimal("1600"));      // the customer added something
 * allowances.handOver("order 1001", otherCard);                // another courier takes it, as long as nothing is spent
 * allowances.close(otherCard, "order 1001");
 * allowances.sweep();                                          // at the end of the shift: nothing is left on any card
 * }</pre>
 *
 * <p>An order is on one card at a time, with one sum: what is about to be asked of the bank is written down first, and
 * read back before it is asked again, by whichever thread or node. A card may serve several orders; of two changes of one
 * card at once, the second is refused with {@code BUSY}. Orders follow a reissue of their card, and are remembered for 400
 * days.
 *
 * <p>What no client can promise, as the bank knows no idempotency key and sets limits absolutely: a request that arrives
 * at the bank after its caller gave up, and after a second one was granted, fills the limit up once more; and what a
 * courier spends in the moment between reading what is left and setting the new limit is granted once more. So after a
 * lost answer "not there" is not believed for longer than any call can last, and a limit is read twice before it is set on
 * top of other orders; what is spent all the same is found by {@link #watch}, when more is spent for an order than its
 * sum. The order then is open for a person in {@code CardWorkflows.once().pending()}.
 */
public final class Allowances {

    private final CardBank bank;
    private final CardOwners owners;
    private final CardDirectory directory;
    private final OnceWrites<Grant, LimitBefore, Instant> grants;
    private final GrantSteps grantSteps;
    private final OrderChanges changes;
    private final Closing closing;
    private final SpendingWatch watch;
    private final StateStore store;
    private final boolean cashless;

    Allowances(CardBank bank, CardOwners owners, CardWrites writes, CardDirectory directory, StateStore store) {
        this.bank = bank;
        this.owners = owners;
        this.directory = directory;
        this.grants = writes.grants();
        this.grantSteps = writes.grantSteps();
        this.changes = new OrderChanges(owners, writes);
        this.closing = new Closing(bank, owners, writes, changes, store);
        this.watch = new SpendingWatch(owners, writes, directory, store);
        this.store = store;
        this.cashless = false;
    }

    private Allowances(Allowances original, boolean cashless) {
        this.bank = original.bank;
        this.owners = original.owners;
        this.directory = original.directory;
        this.grants = original.grants;
        this.grantSteps = original.grantSteps;
        this.changes = original.changes;
        this.closing = original.closing;
        this.watch = original.watch;
        this.store = original.store;
        this.cashless = cashless;
    }

    /**
     * Returns these allowances setting the cash limit of a card to zero before it gets money, unless it is zero: one more
     * call of the bank for each grant, two where the limit has to be set. Without it, cash is reported by {@link #watch}.
     *
     * @throws CardRefusedException with {@code NOT_OFFERED} if the bank sets no cash limits
     */
    public Allowances cashless() {
        CardBank.CashLimits unused = Offers.need(bank.cashLimits());
        Offers.needPeriod(bank, LimitPeriod.IRREGULAR);
        return new Allowances(this, true);
    }

    /**
     * Grants the sum of an order; on a card that serves other orders, on top of what is left of those. Asking again for the
     * same order grants nothing more, and looks whether the card still has the limit.
     *
     * @return the allowance: {@code GRANTED}; {@code GRANTING} if another thread or node is granting it at this moment, or
     *     a lost request may still arrive at the bank, so grant again in some minutes, or if the bank has to approve it
     *     itself; {@code UNKNOWN} if what the bank
     *     shows fits both a lost and a received grant, and somebody has to look
     * @throws CardRefusedException if the order or the card must not have the money; says why: {@code NOT_OFFERED} if the
     *     bank has no one-time limits, {@code NOT_APPROVED} if it did not approve this one, which may be granted anew then
     * @throws SdkException if the bank could not be asked; with {@code UNKNOWN}, grant again to read back what is
     */
    public Allowance grant(Grant grant) {
        try {
            return told(grant, GrantRetry.untilUntouched(() -> {
                takeCash(grant);
                return grants.perform(grant.order(), grant);
            }));
        } catch (CardReplacedException e) {
            return onSuccessor(grant, owners.current(e.successor()));
        } catch (KeyReuseException e) {
            return onReuse(grant, e.known(Grant.class).orElseThrow());
        } catch (CardRefusedException e) {
            refuseIf(e.reason() == Reason.CLOSED && isElsewhere(grant), Reason.OTHER_CARD);
            throw e;
        }
    }

    /**
     * Grants many, with a result for each: two and more in whole units of the currency together in a batch of the bank,
     * all others one by one at the pace that the bank allows; several for one card one after another. A card that is
     * refused stops no other. What a batch leaves open is asked card by card; where it may have happened without an answer,
     * each of its cards fails with {@code UNKNOWN}: grant again to read back what is.
     *
     * @return a result for each grant, in their order
     * @throws InterruptedException if the thread is interrupted; what was begun is read back when it is granted again,
     *     after its lease
     */
    public List<BatchExecutor.Result<Grant, Allowance>> grantAll(Collection<Grant> grants, BatchExecutor bulk)
            throws InterruptedException {
        return new GrantBatch(bank, this, bulk).grant(List.copyOf(grants));
    }

    /**
     * Gives an order another sum, higher or lower: the limit changes by the difference, whatever is spent. Asking again for
     * the same sum changes nothing.
     *
     * @param order an order that was granted, in any spelling that {@link Grant} takes
     * @param sum what it costs now, above 0
     * @return the allowance: {@code GRANTED} with the new sum; {@code CHANGING} if that is not certain yet, so ask again in
     *     some minutes
     * @throws CardRefusedException with {@code SPENT} if less than the difference is left on the card; {@code BUSY} if
     *     something else is done with the order or its card; {@code CLOSED}, {@code UNKNOWN_ORDER}; {@code CHANGED} if
     *     somebody else has set the limit
     * @throws SdkException if the bank could not be asked; with {@code UNKNOWN}, ask again to read back what is
     */
    public Allowance amend(String order, BigDecimal sum) {
        NewLimit unused = Grant.limit(sum);
        return changes.amend(Grant.order(order), sum);
    }

    /**
     * Hands an order over to another card, as long as nothing of it is spent: the limit of the first card shows all its
     * orders whole, the money leaves it, and the statement of its account shows no purchase of it since; only then the
     * other card gets the sum. If a purchase is found, the first card gets back what is left.
     *
     * @return the allowance on the other card; {@code CHANGING} if that is not certain yet, and the money perhaps on neither
     *     card: ask again in some minutes
     * @throws CardRefusedException with {@code SPENT} if something of it, or of another open order of the first card, is
     *     spent; or as {@link #amend} says
     * @throws SdkException if the bank could not be asked; with {@code UNKNOWN}, ask again to go on
     */
    public Allowance handOver(String order, Ucid card) {
        return changes.handOver(Grant.order(order), card);
    }

    /**
     * Closes an order that is delivered or cancelled: its card keeps the sums of its other open orders, as far as there is
     * so much, and nothing if there is none. Harmless when repeated.
     *
     * @return whether the order is closed now; false if the card does not serve it
     * @throws CardRefusedException with {@code BUSY} if the order, or another one of the card, is being granted, changed or
     *     closed at this moment, the answer to its grant was lost a short while ago, or the card is being replaced; its
     *     money is off the card then as far as the bank could be asked; close again in some minutes
     * @throws SdkException if the bank could not be asked; close again
     */
    public boolean close(Ucid ucid, String order) {
        return closing.close(new Close(ucid, Grant.order(order)));
    }

    /**
     * Closes all open orders of all cards, at the end of a shift; see {@link #sweep(Collection)}.
     *
     * @return a result for each order that was open
     */
    public List<BatchExecutor.Result<Allowance, Boolean>> sweep() {
        return closing.sweep(owners.open());
    }

    /**
     * Closes the open orders of some cards. One that fails stops no other; sweep again until all have succeeded, and nothing
     * is left on the cards.
     *
     * @return a result for each order that was open
     */
    public List<BatchExecutor.Result<Allowance, Boolean>> sweep(Collection<Ucid> cards) {
        return closing.sweep(cards.stream()
                .map(owners::current)
                .distinct()
                .flatMap(card -> owners.find(card).orders().stream())
                .filter(Allowance::isOpen)
                .toList());
    }

    /** Returns the orders whose money is on a card still, the oldest first. Reads the store alone. */
    public List<OpenAllowance> open() {
        return owners.open().stream()
                .sorted(Comparator.comparing(Allowance::since))
                .map(order ->
                        new OpenAllowance(order, directory.find(order.ucid()).flatMap(CardRecord::employee)))
                .toList();
    }

    /** Returns the latest allowance of a card, or of the card that replaced it. */
    public Optional<Allowance> find(Ucid ucid) {
        CardOwner owner = owners.find(ucid);
        return owner.successor().map(this::find).orElseGet(owner::latest);
    }

    /**
     * Returns why an operation alone, as webhook or statement tell it, does not belong to an order; empty if it does, or
     * if no money went by card. Remembers nothing; see {@link #watch}.
     */
    public Optional<UnmatchedReason> check(Operation operation) {
        return watch.alone(operation).map(UnmatchedSpending::reason);
    }

    /**
     * Watches an operation, as webhook or statement tell it: returns it if it does not belong to an order or an approved
     * one-time limit, if it is cash, or if all that was spent for the order comes to more than its sum. The order or change
     * is open then for a person, as one that may have been granted twice.
     *
     * <p>What is told again counts once: a hold, its posting, webhook and statement, also under another id, as the bank gives
     * at night; {@link MatchConfidence} says how sure that is. A hold that was given up counts nothing (its word is inferred),
     * and a refund goes back to the order of its purchase (found by its retrieval number, else the latest purchase of so
     * much). Where a card served several orders, the one with just so much left has it, then the oldest with room; one
     * purchase may be split. Remembers operations for 60 days.
     */
    public Optional<UnmatchedSpending> watch(Operation operation) {
        return watch.together(operation);
    }

    /**
     * Reports what {@link #watch} was told, by day, courier and order: holds and postings count once, cancelled holds not at
     * all, refunds take away. Reads the store alone; what is older than 60 days is forgotten.
     *
     * @param from the first day, in Moscow
     * @param to the last day, itself included
     */
    public SpendingReport report(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from");
        }
        return watch.report(from, to);
    }

    Instant now() {
        return store.now();
    }

    Attempt<Grant, LimitBefore, Instant> begin(Grant grant) {
        takeCash(grant);
        return grants.begin(grant.order(), grant);
    }

    /** Returns how long a grant that is not old may be sent at least. */
    Duration leftOfLease() {
        return grants.kind().lease().dividedBy(2);
    }

    /** Returns whether a grant comes on top of other orders of the card, so that no batch can set it. */
    boolean isOnTop(Grant grant) {
        return owners.find(grant.ucid()).servesBeside(grant.order());
    }

    /** Returns the allowance that a grant has come to. */
    Allowance told(Grant grant, OnceResult<Instant> result) {
        if (result instanceof OnceResult.Done<Instant> done) {
            Instant since = done.result()
                    .orElseGet(() -> known(grant).map(Allowance::since).orElseGet(store::now));
            return Allowance.of(grant, State.GRANTED, since);
        }
        refuseIf(result instanceof OnceResult.Refused, Reason.NOT_APPROVED);
        State state = result instanceof OnceResult.Unknown<Instant> ? State.UNKNOWN : State.GRANTING;
        Instant now = store.now();
        return known(grant).orElseGet(() -> Allowance.of(grant, state, now)).in(state, now);
    }

    private Optional<Allowance> known(Grant grant) {
        return owners.find(grant.ucid()).order(grant.order());
    }

    /** An order that was granted before its card was reissued is granted still; another one is granted to the new card. */
    private Allowance onSuccessor(Grant grant, Ucid successor) {
        Grant moved = grant.on(successor);
        Optional<Allowance> known = known(moved).filter(Allowance::isOpen);
        if (known.isPresent()) {
            refuseIf(known.get().sum().compareTo(grant.sum()) != 0, Reason.OTHER_SUM);
            return inForce(moved, known.get());
        }
        refuseIf(grants.state(grant.order()) != WriteState.NONE, Reason.CLOSED);
        return grant(moved);
    }

    private Allowance onReuse(Grant grant, Grant known) {
        boolean isAmended = owners.findPlace(grant.order()).isPresent();
        refuseIf(!isAmended && known.sum().compareTo(grant.sum()) != 0, Reason.OTHER_SUM);
        Ucid current = changes.place(grant.order()).map(CardOwners.Place::ucid).orElseGet(grant::ucid);
        refuseIf(!current.equals(owners.current(grant.ucid())), Reason.OTHER_CARD);
        return onSuccessor(grant, current);
    }

    /** What was granted before is granted only as long as the bank shows it. */
    private Allowance inForce(Grant grant, Allowance granted) {
        grantSteps.requireInForce(grant, owners.find(grant.ucid()));
        return granted;
    }

    private boolean isElsewhere(Grant grant) {
        return changes.place(grant.order())
                .filter(place -> !place.ucid().equals(owners.current(grant.ucid())))
                .isPresent();
    }

    private void takeCash(Grant grant) {
        if (cashless && owners.find(grant.ucid()).order(grant.order()).isEmpty()) {
            boolean isZero = bank.limits(grant.ucid())
                    .cashLimit()
                    .filter(limit -> limit.limitValue().signum() == 0)
                    .isPresent();
            if (!isZero) {
                Offers.need(bank.cashLimits()).set(grant.ucid(), NewLimit.zero());
            }
        }
    }
}
