package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.CloseSteps.Close;
import io.mostik.core.once.Move;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.WriteState;
import java.util.List;
import java.util.Optional;

/** Closes an order: sets the limit of its card to zero, and frees the card for the next order. */
final class CloseSteps implements OnceSteps<Close, Void, Boolean> {

    private final TBank bank;
    private final CardOwners owners;

    CloseSteps(TBank bank, CardOwners owners) {
        this.bank = bank;
        this.owners = owners;
    }

    /** Which order of which card to close. */
    record Close(Ucid ucid, String order) {}

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
        owner.requireNoChange("");
    }

    @Override
    public Sent<Boolean> send(Close close, Optional<Void> before) {
        bank.limits().setSpend(close.ucid(), NewLimit.zero());
        return Sent.result(true);
    }

    @Override
    public ReadBack<Boolean> readBack(Close close, Optional<Void> before) {
        boolean isZero =
                bank.limits().get(close.ucid()).spendLimit().limitValue().signum() == 0;
        return isZero ? ReadBack.applied(true) : ReadBack.notApplied();
    }

    @Override
    public void moved(Move<Close, Void, Boolean> move, SideRecords sides) {
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
        sides.put(owners.at(close.ucid()), owner.with(next));
        if (!next.isOpen()) {
            sides.put(owners.past(close.ucid(), close.order()), next, CardOwners.KEEP);
        }
    }
}
