package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Grants the money of an order: sets the one-time limit of its card. The result is the time from which spending belongs
 * to the order.
 */
final class GrantSteps implements OnceSteps<Grant, LimitBefore, Instant> {

    private final CardBank bank;
    private final CardOwners owners;
    private final StateStore store;
    private final Duration lease;

    GrantSteps(CardBank bank, CardOwners owners, StateStore store, Duration lease) {
        this.bank = bank;
        this.owners = owners;
        this.store = store;
        this.lease = lease;
    }

    @Override
    public List<SideRecord<?>> sideRecords(Grant grant) {
        return List.of(owners.at(grant.ucid()));
    }

    @Override
    public void admit(Grant grant, WriteState state, SideRecords sides) {
        CardOwner owner = owners.in(sides, grant.ucid());
        owner.requireUsable();
        Optional<State> known = owner.order(grant.order()).map(Allowance::state);
        boolean isOver = known.isEmpty() ? state == WriteState.DONE : known.get() == State.CLOSED;
        refuseIf(isOver, Reason.CLOSED);
        refuseIf(known.filter(State.CLOSING::equals).isPresent(), Reason.BUSY);
        if (state == WriteState.DONE) {
            known.ifPresent(unused -> requireInForce(grant, owner));
            return;
        }
        owner.requireSettled(grant.order());
        owner.requireNoChange("");
        Offers.needPeriod(bank, LimitPeriod.IRREGULAR);
        if (owner.servesBeside(grant.order())) {
            Offers.needAtOnce(bank);
        }
    }

    /** What was granted before is granted only as long as the bank shows it. */
    void requireInForce(Grant grant, CardOwner owner) {
        refuseIf(
                owner.order(grant.order())
                        .filter(one -> one.sum().compareTo(grant.sum()) != 0)
                        .isPresent(),
                Reason.OTHER_SUM);
        boolean isChanged = !owner.explains(spendLimit(grant)) && owner.isSettled();
        refuseIf(isChanged && owner.equals(owners.find(grant.ucid())), Reason.CHANGED);
    }

    @Override
    public Before<LimitBefore, Instant> before(Grant grant, SideRecords sides) {
        Instant now = store.now();
        CardOwner owner = owners.in(sides, grant.ucid());
        CardLimit limit = spendLimit(grant);
        boolean serves = owner.servesBeside(grant.order());
        if (serves) {
            owners.requireExplained(grant.ucid(), owner, limit);
        }
        return Before.state(LimitBefore.of(limit, now, serves));
    }

    @Override
    public Sent<Instant> send(Grant grant, Optional<LimitBefore> before) {
        CardBank held = bank.sendingWithin(lease);
        boolean isOnTop = before.flatMap(LimitBefore::beside).isPresent();
        if (isOnTop && !before.orElseThrow().isUntouched(spendLimit(grant))) {
            throw new LimitMovedException();
        }
        return Offers.sent(held.setSpend(grant.ucid(), wanted(grant, before)), () -> since(before));
    }

    /** Where the bank approves each limit, the grant waits for its decision. */
    @Override
    public ReadBack<Instant> poll(Grant grant, String document) {
        return Offers.decided(
                bank,
                document,
                () -> owners.find(grant.ucid())
                        .order(grant.order())
                        .map(Allowance::since)
                        .orElseGet(store::now));
    }

    @Override
    public ReadBack<Instant> readBack(Grant grant, Optional<LimitBefore> before) {
        return switch (Offers.shown(
                bank, grant.ucid(), LimitReadBack.judge(wanted(grant, before), spendLimit(grant), before))) {
            case APPLIED -> ReadBack.applied(since(before));
            case NOT_APPLIED -> ReadBack.notApplied();
            case UNKNOWN -> ReadBack.unknown();
        };
    }

    @Override
    public void moved(Move<Grant, LimitBefore, Instant> move, SideRecords sides) {
        Grant grant = move.asked();
        CardOwner owner = owners.in(sides, grant.ucid());
        Optional<Allowance> known =
                owner.order(grant.order()).filter(one -> one.isOpen() && one.state() != State.CLOSING);
        CardOwner next = switch (move.to()) {
            case SENDING -> owner.beginning(begun(grant, move));
            case DONE ->
                known.map(one -> owner.with(one.granted(move.result().orElse(one.since())))
                                .limit(wanted(grant, move.before()).value()))
                        .orElse(owner);
            case UNKNOWN ->
                move.from() == WriteState.NONE
                        ? owner.beginning(begun(grant, move).in(State.UNKNOWN, move.at()))
                        : known.map(one -> owner.with(unknown(one, move))).orElse(owner);
            case NONE -> known.isPresent() ? owner.without(grant.order()) : owner;
            default -> owner;
        };
        sides.put(owners.at(grant.ucid()), next);
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return LimitReadBack.isBeforeSetting(bank, failure) ? Outcome.NOT_SENT : OnceSteps.super.outcomeOf(failure);
    }

    /** The limit to set: the sum, and what is left of the other orders that the card serves. */
    private static NewLimit wanted(Grant grant, Optional<LimitBefore> before) {
        return before.map(known -> known.with(grant.sum())).orElseGet(grant::limit);
    }

    /** What may have been granted twice was granted: its order can be closed, and a person sees to the rest. */
    private static Allowance unknown(Allowance order, Move<Grant, LimitBefore, Instant> move) {
        return move.duplicated() ? order.granted(order.since()) : order.in(State.UNKNOWN, move.at());
    }

    private static Allowance begun(Grant grant, Move<Grant, LimitBefore, Instant> move) {
        Instant since = move.before().map(LimitBefore::at).orElse(move.at());
        return Allowance.of(grant, State.GRANTING, since).in(State.GRANTING, move.at());
    }

    private CardLimit spendLimit(Grant grant) {
        return bank.limits(grant.ucid()).spendLimit();
    }

    private Instant since(Optional<LimitBefore> before) {
        return before.map(LimitBefore::at).orElseGet(store::now);
    }
}
