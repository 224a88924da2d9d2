package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.AmendSteps.Amend;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.Outcome;
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

/** Changes the sum of an order that is open: the limit becomes what is left of it, and the difference. */
final class AmendSteps implements OnceSteps<Amend, LimitBefore, Boolean> {

    private final CardBank bank;
    private final CardOwners owners;
    private final StateStore store;
    private final Duration lease;

    AmendSteps(CardBank bank, CardOwners owners, StateStore store, Duration lease) {
        this.bank = bank;
        this.owners = owners;
        this.store = store;
        this.lease = lease;
    }

    /**
     * Which order of which card gets another sum.
     *
     * @param from its sum before
     * @param to its sum afterwards
     */
    record Amend(Ucid ucid, String order, BigDecimal from, BigDecimal to) {
        BigDecimal more() {
            return to.subtract(from);
        }
    }

    @Override
    public List<SideRecord<?>> sideRecords(Amend asked) {
        return List.of(owners.at(asked.ucid()), owners.place(asked.order()));
    }

    @Override
    public void admit(Amend asked, WriteState state, SideRecords sides) {
        if (state == WriteState.DONE) {
            return;
        }
        Offers.needAtOnce(bank);
        CardOwner owner = owners.in(sides, asked.ucid());
        owner.requireUsable();
        requireAt(owner.order(asked.order()), state);
        owner.requireSettled(asked.order());
        owner.requireNoChange("");
    }

    /** Refuses a change of an order that is over, or that something else is done with. */
    static void requireAt(Optional<Allowance> order, WriteState state) {
        refuseIf(order.filter(Allowance::isOpen).isEmpty(), Reason.CLOSED);
        State expected = state == WriteState.NONE ? State.GRANTED : State.CHANGING;
        refuseIf(order.get().state() != expected, Reason.BUSY);
    }

    @Override
    public Before<LimitBefore, Boolean> before(Amend asked, SideRecords sides) {
        Instant now = store.now();
        CardOwner owner = owners.in(sides, asked.ucid());
        CardLimit limit = spendLimit(asked);
        owners.requireExplained(asked.ucid(), owner, limit);
        refuseIf(limit.limitRemain().add(asked.more()).signum() < 0, Reason.SPENT);
        return Before.state(LimitBefore.of(limit, now));
    }

    @Override
    public Sent<Boolean> send(Amend asked, Optional<LimitBefore> before) {
        CardBank held = bank.sendingWithin(lease);
        if (!before.orElseThrow().isUntouched(spendLimit(asked))) {
            throw new LimitMovedException();
        }
        Setting unused = held.setSpend(asked.ucid(), wanted(asked, before));
        return Sent.result(true);
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return LimitReadBack.isBeforeSetting(bank, failure) ? Outcome.NOT_SENT : OnceSteps.super.outcomeOf(failure);
    }

    @Override
    public ReadBack<Boolean> readBack(Amend asked, Optional<LimitBefore> before) {
        return switch (LimitReadBack.judge(wanted(asked, before), spendLimit(asked), before)) {
            case APPLIED -> ReadBack.applied(true);
            case NOT_APPLIED -> ReadBack.notApplied();
            case UNKNOWN -> ReadBack.unknown();
        };
    }

    @Override
    public void moved(Move<Amend, LimitBefore, Boolean> move, SideRecords sides) {
        Amend asked = move.asked();
        CardOwner owner = owners.in(sides, asked.ucid());
        Optional<Allowance> known = owner.order(asked.order()).filter(Allowance::isOpen);
        if (known.isEmpty()) {
            return;
        }
        Allowance order = known.get();
        CardOwner next = switch (move.to()) {
            case SENDING, UNKNOWN -> owner.with(order.in(State.CHANGING, move.at()));
            case DONE ->
                owner.with(order.sum(asked.to()).in(State.GRANTED, move.at()))
                        .limit(wanted(asked, move.before()).value());
            case NONE -> owner.with(order.in(State.GRANTED, move.at()));
            default -> owner;
        };
        sides.put(owners.at(asked.ucid()), next);
        if (move.to() == WriteState.DONE) {
            owners.changed(sides, asked.order(), asked.ucid());
        }
    }

    private static NewLimit wanted(Amend asked, Optional<LimitBefore> before) {
        BigDecimal left = before.map(LimitBefore::remain).orElse(asked.from());
        return NewLimit.once(left.add(asked.more()).max(BigDecimal.ZERO));
    }

    private CardLimit spendLimit(Amend asked) {
        return bank.limits(asked.ucid()).spendLimit();
    }
}
