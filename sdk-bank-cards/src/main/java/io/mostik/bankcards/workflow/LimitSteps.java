package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.bankcards.workflow.LimitSteps.NewSpendLimit;
import io.mostik.core.Effect;
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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sets a limit that was approved. The result is what remains of it. */
final class LimitSteps implements OnceSteps<NewSpendLimit, LimitBefore, BigDecimal> {

    private final LimitTarget target;
    private final CardBank bank;
    private final CardOwners owners;
    private final ChangeRecords changes;
    private final StateStore store;
    private final Duration lease;

    LimitSteps(
            LimitTarget target,
            CardBank bank,
            CardOwners owners,
            ChangeRecords changes,
            StateStore store,
            Duration lease) {
        this.target = target;
        this.bank = bank;
        this.owners = owners;
        this.changes = changes;
        this.store = store;
        this.lease = lease;
    }

    /**
     * The limit to set, and the one that the approver knew. An increase is counted from what the bank shows when it is
     * sent, so that what was spent since it was asked for does not come back.
     */
    record NewSpendLimit(String change, Ucid ucid, NewLimit limit, LimitBefore known, Optional<BigDecimal> increase) {

        NewLimit wanted(Optional<LimitBefore> before) {
            return increase.isPresent() && before.isPresent() ? before.get().raised(increase.get()) : limit;
        }
    }

    @Override
    public List<SideRecord<?>> sideRecords(NewSpendLimit asked) {
        return List.of(owners.at(asked.ucid()), changes.at(asked.change()));
    }

    @Override
    public void admit(NewSpendLimit asked, WriteState state, SideRecords sides) {
        if (state != WriteState.DONE) {
            CardOwner owner = owners.in(sides, asked.ucid());
            refuseIf(owner.dismissedAt().isPresent(), Reason.DISMISSED);
            refuseIf(owner.successor().isPresent(), Reason.CHANGED);
            owner.requireNoChange(asked.change());
            owner.requireNoOrder(order -> false);
        }
        if (state == WriteState.NONE) {
            State change = sides.get(changes.at(asked.change())).orElseThrow().state();
            refuseIf(change != State.APPROVED, Reason.NOT_APPROVED);
        }
    }

    @Override
    public Before<LimitBefore, BigDecimal> before(NewSpendLimit asked) {
        CardLimit now = target.read(bank, asked.ucid());
        refuseIf(!asked.known().isStill(now), Reason.CHANGED);
        LimitBefore before = LimitBefore.of(now, store.now());
        NewLimit unused =
                asked.wanted(Optional.of(before)); // refuses a sum beyond what the bank takes, before it is sent
        return Before.state(before);
    }

    @Override
    public Sent<BigDecimal> send(NewSpendLimit asked, Optional<LimitBefore> before) {
        NewLimit wanted = asked.wanted(before);
        Setting setting = target.set(bank.sendingWithin(lease), asked.ucid(), wanted);
        if (setting.document().isPresent()) {
            return Sent.started(setting.document().get());
        }
        CardLimit now = target.read(bank, asked.ucid());
        if (!LimitReadBack.says(wanted, now)) {
            throw new UnseenLimitException();
        }
        return Sent.result(now.limitRemain());
    }

    /** Where the bank approves each limit, the change waits for its decision too. */
    @Override
    public ReadBack<BigDecimal> poll(NewSpendLimit asked, String document) {
        return Offers.decided(
                bank, document, () -> target.read(bank, asked.ucid()).limitRemain());
    }

    @Override
    public ReadBack<BigDecimal> readBack(NewSpendLimit asked, Optional<LimitBefore> before) {
        CardLimit now = target.read(bank, asked.ucid());
        return switch (Offers.shown(bank, asked.ucid(), LimitReadBack.judge(asked.wanted(before), now, before))) {
            case APPLIED -> ReadBack.applied(now.limitRemain());
            case NOT_APPLIED -> ReadBack.notApplied();
            case UNKNOWN -> ReadBack.unknown();
        };
    }

    /** When the look afterwards fails, the limit is set all the same. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return LimitReadBack.afterSetting(bank, failure);
    }

    @Override
    public void moved(Move<NewSpendLimit, LimitBefore, BigDecimal> move, SideRecords sides) {
        NewSpendLimit asked = move.asked();
        CardOwner owner = owners.in(sides, asked.ucid());
        switch (move.to()) {
            case SENDING -> {
                tell(sides, asked, State.EXECUTING, "sending");
                sides.put(
                        owners.at(asked.ucid()),
                        owner.beginning(CardChange.limit(asked.change(), sum(asked.wanted(move.before())), move.at())));
            }
            case RUNNING -> tell(sides, asked, State.EXECUTING, "waits for the bank's approval");
            case UNKNOWN -> tell(sides, asked, State.UNKNOWN, move.duplicated() ? "perhaps twice" : "not certain yet");
            case DONE -> {
                tell(
                        sides,
                        asked,
                        State.EXECUTED,
                        move.result()
                                .map(rest -> "set; remains " + rest.toPlainString())
                                .orElse("set"));
                sides.put(owners.at(asked.ucid()), owner.done(asked.change()));
            }
            case NONE -> {
                boolean isRejected = move.from() == WriteState.RUNNING;
                tell(
                        sides,
                        asked,
                        isRejected ? State.FAILED : State.APPROVED,
                        isRejected ? "the bank did not approve it" : "not set, may be executed again");
                sides.put(owners.at(asked.ucid()), owner.withoutChange(asked.change()));
            }
            default -> {}
        }
    }

    private void tell(SideRecords sides, NewSpendLimit asked, State state, String what) {
        changes.move(sides, asked.change(), state, what, UnaryOperator.identity());
    }

    /** A cash limit lets nobody spend what the spend limit does not. */
    private Optional<BigDecimal> sum(NewLimit wanted) {
        return Optional.of(wanted)
                .filter(limit -> target == LimitTarget.SPEND && limit.effect() == Effect.ONCE)
                .map(NewLimit::value);
    }

    /** The bank took a limit and shows another one: somebody else may have been faster. Never leaves this package. */
    static final class UnseenLimitException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnseenLimitException() {
            super("the bank took the limit and shows another one");
        }
    }
}
