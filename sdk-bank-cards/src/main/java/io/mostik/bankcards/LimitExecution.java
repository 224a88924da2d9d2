package io.mostik.bankcards;

import io.mostik.bankcards.ChangeRequest.State;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.ReadBack;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;

/** Brings about another spend limit. */
final class LimitExecution implements Approvals.Execution {

    private final TBank bank;
    private final Steps steps;

    LimitExecution(TBank bank, Steps steps) {
        this.bank = bank;
        this.steps = steps;
    }

    @Override
    public Records.Kept<ChangeRequest> advance(Records.Kept<ChangeRequest> kept) {
        return kept.value().state() == State.APPROVED ? begin(kept) : readBack(kept);
    }

    private Records.Kept<ChangeRequest> begin(Records.Kept<ChangeRequest> kept) {
        CardLimit now = bank.limits().get(kept.value().ucid()).spendLimit();
        if (!before(kept).isStill(now)) {
            return steps.move(kept, State.FAILED, "the limit was changed by somebody else meanwhile");
        }
        // What is left may have changed without a change of the limit; a refill is told by what is left now.
        Records.Kept<ChangeRequest> begun =
                steps.move(kept, State.EXECUTING, "sending", next -> next.spendBefore(LimitBefore.of(now)));
        try {
            bank.limits().setSpend(begun.value().ucid(), wanted(begun));
        } catch (SdkException e) {
            if (e.outcome() != Outcome.APPLIED) {
                return failed(begun, e);
            }
        }
        return verify(begun);
    }

    private Records.Kept<ChangeRequest> failed(Records.Kept<ChangeRequest> begun, SdkException failure) {
        String text = String.valueOf(failure.getMessage());
        if (failure.outcome() == Outcome.UNKNOWN) {
            return steps.move(begun, State.UNSURE, text);
        }
        return steps.move(begun, failure.failure().temporary() ? State.APPROVED : State.FAILED, text);
    }

    private Records.Kept<ChangeRequest> verify(Records.Kept<ChangeRequest> begun) {
        CardLimit now = bank.limits().get(begun.value().ucid()).spendLimit();
        NewLimit wanted = wanted(begun);
        boolean set = now.limitValue().compareTo(wanted.value()) == 0
                && now.limitPeriod().equals(wanted.period());
        return set
                ? steps.move(
                        begun,
                        State.EXECUTED,
                        "set; remains " + now.limitRemain().toPlainString())
                : steps.move(begun, State.FAILED, "the bank took the limit and shows another one");
    }

    private Records.Kept<ChangeRequest> readBack(Records.Kept<ChangeRequest> kept) {
        steps.refuseIfUnderWay(kept.value());
        ReadBack verdict = bank.limits()
                .reconcileSpend(
                        kept.value().ucid(),
                        wanted(kept),
                        kept.value().spendBefore().map(LimitBefore::toLimit));
        return switch (verdict) {
            case IN_FORCE -> steps.move(kept, State.EXECUTED, "read back: in force");
            case NOT_IN_FORCE -> steps.move(kept, State.APPROVED, "read back: not in force, may be executed again");
            case UNDECIDED -> steps.move(kept, State.UNSURE, "read back: fits both, somebody has to look");
        };
    }

    private static LimitBefore before(Records.Kept<ChangeRequest> kept) {
        return kept.value().spendBefore().orElseThrow();
    }

    private static NewLimit wanted(Records.Kept<ChangeRequest> kept) {
        return kept.value().limit().orElseThrow();
    }
}
