package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.HandOverSteps.BothBefore;
import io.mostik.bankcards.workflow.HandOverSteps.HandOver;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.once.Before;
import io.mostik.core.once.Move;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.WriteState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves an order of which nothing is spent to another card: the money leaves the first card, the statement proves that
 * nothing was spent before it had left, and then the second card gets it. The result is the time from which spending of
 * the second card belongs to the order.
 */
final class HandOverSteps implements OnceSteps<HandOver, BothBefore, Instant> {

    /** How far the clocks of the bank and of the store may differ. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final CardBank bank;
    private final CardOwners owners;
    private final StateStore store;
    private final Duration lease;

    HandOverSteps(CardBank bank, CardOwners owners, StateStore store, Duration lease) {
        this.bank = bank;
        this.owners = owners;
        this.store = store;
        this.lease = lease;
    }

    /** Which order moves from which card to which. */
    record HandOver(String order, Ucid from, Ucid to, BigDecimal sum) {}

    /**
     * Both cards before.
     *
     * @param kept the sum of the other orders of the first card
     * @param known the latest operations of the first card
     */
    record BothBefore(LimitBefore from, LimitBefore to, BigDecimal kept, List<String> known) {}

    @Override
    public List<SideRecord<?>> sideRecords(HandOver asked) {
        return List.of(
                owners.at(asked.from()),
                owners.at(asked.to()),
                owners.past(asked.from(), asked.order()),
                owners.place(asked.order()));
    }

    @Override
    public void admit(HandOver asked, WriteState state, SideRecords sides) {
        if (state == WriteState.DONE) {
            return;
        }
        Offers.needAtOnce(bank);
        CardBank.Statements unused = Offers.need(bank.statements());
        CardOwner from = owners.in(sides, asked.from());
        AmendSteps.requireAt(from.order(asked.order()), state);
        from.requireSettled(asked.order());
        from.requireNoChange("");
        CardOwner to = owners.in(sides, asked.to());
        to.requireUsable();
        to.requireSettled(asked.order());
        to.requireNoChange("");
    }

    /** Nothing is spent as long as the limit of the first card shows all its open orders whole. */
    @Override
    public Before<BothBefore, Instant> before(HandOver asked, SideRecords sides) {
        Instant now = store.now();
        List<String> known =
                spending(asked.from(), now).map(Operation::operationId).toList();
        CardOwner owner = owners.in(sides, asked.from());
        CardLimit from = spendLimit(asked.from());
        owners.requireExplained(asked.from(), owner, from);
        refuseIf(from.limitRemain().compareTo(owner.openTotal()) != 0, Reason.SPENT);
        CardOwner next = owners.in(sides, asked.to());
        CardLimit to = spendLimit(asked.to());
        boolean serves = next.servesBeside(asked.order());
        if (serves) {
            owners.requireExplained(asked.to(), next, to);
        }
        BigDecimal kept = owner.openBeside(asked.order());
        return Before.state(new BothBefore(LimitBefore.of(from, now), LimitBefore.of(to, now, serves), kept, known));
    }

    @Override
    public Sent<Instant> send(HandOver asked, Optional<BothBefore> known) {
        BothBefore before = known.orElseThrow();
        BigDecimal kept = before.kept();
        CardBank held = bank.sendingWithin(lease);
        CardLimit now = spendLimit(asked.from());
        if (!isTaken(now, kept)) {
            if (!before.from().isUntouched(now)) {
                throw new LimitMovedException();
            }
            Setting unused = held.setSpend(asked.from(), NewLimit.once(kept));
        }
        BigDecimal spent = spent(asked, before);
        boolean isMoved = before.to().beside().isPresent() && !before.to().isUntouched(spendLimit(asked.to()));
        if (spent.signum() > 0 || isMoved) {
            giveBack(held, asked, spent);
            refuseIf(spent.signum() > 0, Reason.SPENT);
            throw new LimitMovedException();
        }
        try {
            Setting unused = held.setSpend(asked.to(), wanted(asked, known));
        } catch (SdkException e) {
            boolean isFree = e.outcome() == Outcome.REJECTED || e.outcome() == Outcome.NOT_SENT;
            if (isFree && isChanging(asked)) {
                giveBack(held, asked, BigDecimal.ZERO);
            }
            throw e;
        }
        return Sent.result(before.to().at());
    }

    /** Returns whether no other node has ended the hand-over while this one slept. */
    private boolean isChanging(HandOver asked) {
        return owners.find(asked.from())
                .order(asked.order())
                .filter(order -> order.state() == State.CHANGING)
                .isPresent();
    }

    private static boolean isTaken(CardLimit now, BigDecimal kept) {
        return now.limitValue().compareTo(kept) == 0;
    }

    /** What the first card spent between the look at its limit and the moment at which the money had left. */
    private BigDecimal spent(HandOver asked, BothBefore before) {
        return spending(asked.from(), before.from().at())
                .filter(operation -> !before.known().contains(operation.operationId()))
                .map(operation -> CardOperations.amount(operation).orElse(asked.sum()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Operation> spending(Ucid card, Instant at) {
        return Offers.need(bank.statements()).since(card, at.minus(SKEW)).filter(CardOperations::isSpentByCard);
    }

    /** Puts on the first card what is left of the order. If that fails too, the order is on neither, and is tried again. */
    private void giveBack(CardBank held, HandOver asked, BigDecimal spent) {
        BigDecimal rest = asked.sum().subtract(spent).max(BigDecimal.ZERO);
        BigDecimal left = spendLimit(asked.from()).limitRemain();
        try {
            Setting unused = held.setSpend(asked.from(), NewLimit.once(left.add(rest)));
        } catch (SdkException e) {
            throw new IllegalStateException("the money of the order could not be given back to its card", e);
        }
    }

    /** A look that fails in between leaves the order on neither card: what happened is then not known. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        if (failure instanceof LimitMovedException || failure instanceof CardRefusedException) {
            return Outcome.NOT_SENT;
        }
        return LimitReadBack.afterSetting(bank, failure);
    }

    @Override
    public ReadBack<Instant> readBack(HandOver asked, Optional<BothBefore> before) {
        CardLimit now = spendLimit(asked.to());
        return switch (LimitReadBack.judge(wanted(asked, before), now, before.map(BothBefore::to))) {
            case APPLIED ->
                ReadBack.applied(before.map(known -> known.to().at()).orElseGet(store::now));
            case NOT_APPLIED -> ReadBack.notApplied();
            case UNKNOWN -> ReadBack.unknown();
        };
    }

    @Override
    public void moved(Move<HandOver, BothBefore, Instant> move, SideRecords sides) {
        HandOver asked = move.asked();
        CardOwner from = owners.in(sides, asked.from());
        Optional<Allowance> known = from.order(asked.order()).filter(Allowance::isOpen);
        if (known.isEmpty()) {
            return;
        }
        Allowance order = known.get();
        switch (move.to()) {
            case SENDING, UNKNOWN -> {
                sides.put(owners.at(asked.from()), from.with(order.in(State.CHANGING, move.at())));
                sides.put(owners.at(asked.to()), owners.in(sides, asked.to()));
            }
            case NONE ->
                sides.put(
                        owners.at(asked.from()),
                        from.with(order.in(State.GRANTED, move.at())).withLimit(Optional.empty()));
            case DONE -> {
                CardOwner to = owners.in(sides, asked.to());
                Instant since = move.result().orElse(move.at());
                Allowance moved = order.on(asked.to()).granted(since);
                sides.put(owners.at(asked.from()), from.without(asked.order()).withLimit(Optional.empty()));
                sides.put(
                        owners.at(asked.to()),
                        to.beginning(moved).limit(wanted(asked, move.before()).value()));
                sides.put(
                        owners.past(asked.from(), asked.order()),
                        order.ending(State.CLOSED, move.at()),
                        CardOwners.KEEP);
                owners.changed(sides, asked.order(), asked.to());
            }
            default -> {}
        }
    }

    private static NewLimit wanted(HandOver asked, Optional<BothBefore> before) {
        return before.map(known -> known.to().with(asked.sum())).orElseGet(() -> NewLimit.once(asked.sum()));
    }

    private CardLimit spendLimit(Ucid card) {
        return bank.limits(card).spendLimit();
    }
}
