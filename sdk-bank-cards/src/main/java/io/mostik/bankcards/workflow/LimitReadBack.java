package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.ReadBack.Verdict;
import java.util.Optional;

/** Decides from the current limit whether a new one was set. */
final class LimitReadBack {

    private LimitReadBack() {}

    static Verdict judge(NewLimit wanted, CardLimit now, Optional<LimitBefore> before) {
        if (!says(wanted, now)) {
            return wasOverwritten(wanted, now, before) ? Verdict.UNKNOWN : Verdict.NOT_APPLIED;
        }
        boolean nothingMissing = now.limitRemain().compareTo(now.limitValue()) >= 0;
        if (wanted.effect() != Effect.ONCE || nothingMissing) {
            return Verdict.APPLIED;
        }
        return before.map(earlier -> judgeOnce(wanted, now, earlier)).orElse(Verdict.UNKNOWN);
    }

    /** Returns whether a step that looks at the limit before it sets it failed before it sent anything. */
    static boolean isBeforeSetting(CardBank bank, RuntimeException failure) {
        boolean isLook = failure instanceof SdkException known
                && bank.effectOf(known).filter(Effect.READ::equals).isPresent();
        return isLook || failure instanceof LimitMovedException;
    }

    /** Returns what a failure of a step proves that looks at the bank after it has set something. */
    static Outcome afterSetting(CardBank bank, RuntimeException failure) {
        boolean isSetting = failure instanceof SdkException known && Offers.isWrite(bank, known);
        return isSetting ? ((SdkException) failure).outcome() : Outcome.UNKNOWN;
    }

    /** Returns whether a limit is the wanted one, whatever is left of it. */
    static boolean says(NewLimit wanted, CardLimit limit) {
        return limit.limitValue().compareTo(wanted.value()) == 0
                && limit.limitPeriod().equals(wanted.period());
    }

    /** Something of the allowance is spent: was it spent from the new one, or is it the old one untouched? */
    private static Verdict judgeOnce(NewLimit wanted, CardLimit now, LimitBefore before) {
        boolean wasOther = before.value().compareTo(wanted.value()) != 0
                || !before.period().equals(wanted.period());
        boolean filledUp = now.limitRemain().compareTo(before.remain()) > 0;
        return wasOther || filledUp ? Verdict.APPLIED : Verdict.UNKNOWN;
    }

    /**
     * Neither what was wanted nor what was before: an allowance may have been set, spent, and changed by somebody else; so it
     * may where nothing is known of before.
     */
    private static boolean wasOverwritten(NewLimit wanted, CardLimit now, Optional<LimitBefore> before) {
        return wanted.effect() == Effect.ONCE
                && before.filter(earlier -> earlier.isStill(now)).isEmpty();
    }
}
