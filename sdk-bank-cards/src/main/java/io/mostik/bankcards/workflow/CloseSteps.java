package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.CloseSteps.Close;
import io.mostik.bankcards.workflow.CloseSteps.Kept;
import io.mostik.core.Outcome;
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
import java.util.List;
import java.util.Optional;

/**
 * Closes an order: sets the limit of its card to zero, or to what the other orders of the card may still have, and frees
 * the card for the next order.
 */
final class CloseSteps implements OnceSteps<Close, Kept, Boolean> {

    private final CardBank bank;
    private final CardOwners owners;
    private final boolean isShared;
    private final Duration lease;

    /** Steps for a card that serves other orders too, or for one that does not. */
    CloseSteps(CardBank bank, CardOwners owners, boolean isShared, Duration lease) {
        this.bank = bank;
        this.owners = owners;
        this.isShared = isShared;
        this.lease = lease;
    }

    /** Which order of which card to close. */
    record Close(Ucid ucid, String order) {}

    /** What the other orders of the card come to. */
    record Kept(BigDecimal sum) {}

    @Override
    public List<SideRecord<?>> sideRecords(Close close) {
        return List.of(owners.at(close.ucid()), owners.past(close.ucid(), close.order()));
    }

    @Override
    public void admit(Close close, WriteState state, SideRecords sides) {
        if (state == WriteState.DONE) {
            return;
        }
        CardOwner owner = owners.in(sides, close.ucid());
        owner.successor().ifPresent(card -> {
            throw new CardReplacedException(card);
        });
        Optional<State> order = owner.order(close.order()).map(Allowance::state);
        refuseIf(order.isEmpty(), Reason.OTHER_ORDER);
        refuseIf(order.get() == State.CLOSED, Reason.CLOSED);
        refuseIf(order.get() == State.GRANTING || order.get() == State.UNKNOWN, Reason.BUSY);
        refuseIf(order.get() == State.CHANGING, Reason.BUSY);
        owner.requireSettled(close.order());
        owner.requireNoChange("");
        if (state == WriteState.NONE && !isShared && owner.servesBeside(close.order())) {
            throw new SharedCardException();
        }
    }

    @Override
    public Before<Kept, Boolean> before(Close close, SideRecords sides) {
        return isShared
                ? Before.state(new Kept(owners.in(sides, close.ucid()).openBeside(close.order())))
                : Before.nothing();
    }

    @Override
    public Sent<Boolean> send(Close close, Optional<Kept> before) {
        return Offers.sent(takeOff(bank.sendingWithin(lease), close, sum(before)), () -> true);
    }

    @Override
    public ReadBack<Boolean> poll(Close close, String document) {
        return Offers.decided(bank, document, () -> true);
    }

    /** Leaves on the card what the other orders of it may still have: their sums, and not more than there was. */
    void takeOff(Close close) {
        Setting unused = takeOff(bank, close, owners.find(close.ucid()).openBeside(close.order()));
    }

    private Setting takeOff(CardBank held, Close close, BigDecimal kept) {
        boolean isLess = kept.signum() > 0 && spendLimit(close).limitRemain().compareTo(kept) <= 0;
        return isLess ? Setting.inForce() : held.setSpend(close.ucid(), NewLimit.once(kept));
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return LimitReadBack.isBeforeSetting(bank, failure) ? Outcome.NOT_SENT : OnceSteps.super.outcomeOf(failure);
    }

    @Override
    public ReadBack<Boolean> readBack(Close close, Optional<Kept> before) {
        BigDecimal kept = sum(before);
        CardLimit now = spendLimit(close);
        boolean isOff = kept.signum() == 0
                ? now.limitValue().signum() == 0
                : now.limitRemain().compareTo(kept) <= 0;
        return isOff ? ReadBack.applied(true) : ReadBack.notApplied();
    }

    /** The card serves other orders too, so that it is closed in part. Never leaves this package. */
    static final class SharedCardException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        SharedCardException() {
            super("the card serves other orders");
        }
    }

    private static BigDecimal sum(Optional<Kept> before) {
        return before.map(Kept::sum).orElse(BigDecimal.ZERO);
    }

    private CardLimit spendLimit(Close close) {
        return bank.limits(close.ucid()).spendLimit();
    }

    @Override
    public void moved(Move<Close, Kept, Boolean> move, SideRecords sides) {
        Close close = move.asked();
        CardOwner owner = owners.in(sides, close.ucid());
        Optional<Allowance> known = owner.order(close.order()).filter(Allowance::isOpen);
        if (known.isEmpty()) {
            return;
        }
        Allowance order = known.get();
        Allowance next = switch (move.to()) {
            case SENDING, UNKNOWN -> order.ending(State.CLOSING, order.until().orElse(move.at()));
            case DONE -> order.ending(State.CLOSED, move.at());
            case NONE -> order.granted(order.since());
            default -> order;
        };
        CardOwner changed = owner.with(next);
        sides.put(owners.at(close.ucid()), next.isOpen() ? changed : changed.withLimit(Optional.empty()));
        if (!next.isOpen()) {
            sides.put(owners.past(close.ucid(), close.order()), next, CardOwners.KEEP);
        }
    }
}
