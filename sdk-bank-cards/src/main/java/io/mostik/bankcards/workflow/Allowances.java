package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.CloseSteps.Close;
import io.mostik.core.Bulk;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives a courier the money of one order: the one-time limit of his card becomes the sum of the order, and zero when the
 * order is closed or cancelled. From {@link CardWorkflows#allowances}. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * Allowances allowances = CardWorkflows.of(bank, store).allowances();
 * Allowance allowance = allowances.grant(new Grant(card, "order 1001", new BigDecimal("1450.50")));
 * allowances.close(card, "order 1001");
 * }</pre>
 *
 * <p>An order is granted to one card, with one sum, once: what is about to be asked of the bank is written down first, and
 * read back before it is asked again, by whichever thread or node. A card serves one order at a time, and follows a
 * reissue. Orders are remembered for 400 days.
 *
 * <p>What no client can promise, as the bank knows no idempotency key: a request that arrives at the bank after its caller
 * gave up, and after a second one was granted, fills the limit up once more. So after a lost answer "not there" is not
 * believed for longer than any call can last; what arrives even later is found by {@link #watch}, when more is spent for
 * an order than its sum. The order then is open for a person in {@code CardWorkflows.once().pending()}.
 */
public final class Allowances {

    private final TBank bank;
    private final CardOwners owners;
    private final OnceWrites<Grant, LimitBefore, Instant> grants;
    private final OnceWrites<Close, Void, Boolean> closes;
    private final SpendingWatch watch;
    private final StateStore store;

    Allowances(TBank bank, CardOwners owners, CardWrites writes, StateStore store) {
        this.bank = bank;
        this.owners = owners;
        this.grants = writes.grants();
        this.closes = writes.closes();
        this.watch = new SpendingWatch(owners, writes, store);
        this.store = store;
    }

    /**
     * Grants the sum of an order. Asking again for the same order grants nothing more, and looks whether the card still has
     * the limit.
     *
     * @return the allowance: {@code GRANTED}; {@code GRANTING} if another thread or node is granting it at this moment, or
     *     a lost request may still arrive at the bank, so grant again in some minutes; {@code UNKNOWN} if what the bank
     *     shows fits both a lost and a received grant, and somebody has to look
     * @throws CardRefusedException if the order or the card must not have the money; says why
     * @throws SdkException if the bank could not be asked; with {@code UNKNOWN}, grant again to read back what is
     */
    public Allowance grant(Grant grant) {
        try {
            return told(grant, grants.perform(grant.order(), grant));
        } catch (CardReplacedException e) {
            return onSuccessor(grant, owners.current(e.successor()));
        } catch (KeyReuseException e) {
            return onReuse(grant, e.known(Grant.class).orElseThrow());
        }
    }

    /**
     * Grants many, with a result for each: two and more in whole units of the currency together in a batch of the bank,
     * all others one by one at the pace that the bank allows. A card that is refused stops no other. What a batch leaves
     * open is asked card by card; where it may have happened without an answer, each of its cards fails with
     * {@code UNKNOWN}: grant again to read back what is.
     *
     * @return a result for each grant, in their order
     * @throws InterruptedException if the thread is interrupted; what was begun is read back when it is granted again,
     *     after its lease
     */
    public List<Bulk.Result<Grant, Allowance>> grantAll(Collection<Grant> grants, Bulk bulk)
            throws InterruptedException {
        return new GrantBatch(bank, this, bulk).grant(List.copyOf(grants));
    }

    /**
     * Sets the limit of a closed or cancelled order to zero. Harmless when repeated.
     *
     * @return whether the order is closed now; false if the card does not serve it
     * @throws CardRefusedException with {@code BUSY} if the order is being granted or closed at this moment, the answer to
     *     its grant was lost a short while ago, or the card is being replaced; the limit is zero then as far as the bank
     *     could be asked; close again in some minutes
     * @throws SdkException if the bank could not be asked; close again
     */
    public boolean close(Ucid ucid, String order) {
        Close close = new Close(ucid, Grant.order(order));
        try {
            return tryClose(close);
        } catch (CardRefusedException e) {
            if (!e.isRetryable()) {
                return e.reason() == Reason.CLOSED;
            }
            if (endGrant(close)) {
                return tryClose(close);
            }
            throw e;
        }
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
    public Optional<StrayReason> check(Operation operation) {
        return watch.alone(operation).map(Stray::reason);
    }

    /**
     * Watches an operation, as webhook or statement tell it: returns it if it does not belong to an order or an approved
     * one-time limit, or if all that was spent for it comes to more than its sum. The order or change is open then for a
     * person, as one that may have been granted twice. Remembers operations for 60 days; one that is told again, held and
     * then posted, counts once.
     */
    public Optional<Stray> watch(Operation operation) {
        return watch.together(operation);
    }

    Instant now() {
        return store.now();
    }

    Attempt<Grant, LimitBefore, Instant> begin(Grant grant) {
        return grants.begin(grant.order(), grant);
    }

    /** Returns the allowance that a grant has come to. */
    Allowance told(Grant grant, OnceResult<Instant> result) {
        if (result instanceof OnceResult.Done<Instant> done) {
            Instant since = done.result()
                    .orElseGet(() -> known(grant).map(Allowance::since).orElseGet(store::now));
            Allowance granted = Allowance.of(grant, State.GRANTED, since);
            boolean isNews = done.how() == OnceResult.How.SENT || done.how() == OnceResult.How.SEEN;
            return isNews ? granted : inForce(granted, limit -> limit.compareTo(grant.sum()) == 0);
        }
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
            return inForce(known.get(), limit -> limit.compareTo(grant.sum()) <= 0);
        }
        refuseIf(grants.state(grant.order()) != WriteState.NONE, Reason.CLOSED);
        return grant(moved);
    }

    private Allowance onReuse(Grant grant, Grant known) {
        refuseIf(known.sum().compareTo(grant.sum()) != 0, Reason.OTHER_SUM);
        Ucid current = owners.current(known.ucid());
        refuseIf(!current.equals(owners.current(grant.ucid())), Reason.OTHER_CARD);
        return onSuccessor(grant, current);
    }

    /** What was granted before is granted only as long as the bank shows it. */
    private Allowance inForce(Allowance granted, Predicate<BigDecimal> isExpected) {
        CardLimit now = bank.limits().get(granted.ucid()).spendLimit();
        boolean isOurs = now.limitPeriod().equals(LimitPeriod.IRREGULAR) && isExpected.test(now.limitValue());
        refuseIf(!isOurs, Reason.CHANGED);
        return granted;
    }

    private boolean tryClose(Close close) {
        OnceResult<Boolean> result;
        try {
            result = closes.perform(close.order(), close);
        } catch (CardReplacedException e) {
            return tryClose(new Close(owners.current(e.successor()), close.order()));
        } catch (KeyReuseException e) {
            Close known = e.known(Close.class).orElseThrow();
            return owners.current(known.ucid()).equals(owners.current(close.ucid())) && tryClose(known);
        }
        refuseIf(!(result instanceof OnceResult.Done<Boolean>), Reason.BUSY);
        return true;
    }

    /**
     * Ends a grant whose answer was lost, for its order is to be closed: the money is taken off the card now, and the grant
     * counts as over as soon as its request cannot arrive any more.
     */
    private boolean endGrant(Close close) {
        Optional<Allowance> open = owners.find(close.ucid())
                .order(close.order())
                .filter(one -> one.state() == State.UNKNOWN || one.state() == State.GRANTING);
        if (open.isEmpty()) {
            return false;
        }
        Allowance order = open.get();
        boolean isLost = order.state() == State.UNKNOWN;
        if (isLost) {
            bank.limits().setSpend(close.ucid(), NewLimit.zero());
        }
        Duration settling = grants.kind().settling();
        Instant settled =
                order.at().plus(isLost ? settling : settling.plus(grants.kind().lease()));
        return !settled.isAfter(store.now()) && grants.resolve(close.order(), Optional.of(order.since()));
    }
}
