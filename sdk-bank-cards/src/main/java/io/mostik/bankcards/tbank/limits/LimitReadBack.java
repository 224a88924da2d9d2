package io.mostik.bankcards.tbank.limits;

import io.mostik.bankcards.tbank.cards.ReadBack;
import io.mostik.core.Effect;
import java.util.Optional;

/** Tells from the limit as it stands whether setting another one has come about. */
final class LimitReadBack {

    private LimitReadBack() {}

    static ReadBack judge(NewLimit wanted, CardLimit now, Optional<CardLimit> before) {
        if (!says(wanted, now)) {
            return wasOverwritten(wanted, now, before) ? ReadBack.UNDECIDED : ReadBack.NOT_IN_FORCE;
        }
        boolean nothingMissing = now.limitRemain().compareTo(now.limitValue()) >= 0;
        if (wanted.effect() != Effect.ONCE || nothingMissing) {
            return ReadBack.IN_FORCE;
        }
        return before.map(earlier -> judgeOnce(wanted, now, earlier)).orElse(ReadBack.UNDECIDED);
    }

    /** Something of the allowance is spent: was it spent from the new one, or is it the old one untouched? */
    private static ReadBack judgeOnce(NewLimit wanted, CardLimit now, CardLimit before) {
        boolean wasOther = !says(wanted, before);
        boolean filledUp = now.limitRemain().compareTo(before.limitRemain()) > 0;
        return wasOther || filledUp ? ReadBack.IN_FORCE : ReadBack.UNDECIDED;
    }

    /** Neither what was wanted nor what was before: an allowance may have been set, spent, and changed by somebody else. */
    private static boolean wasOverwritten(NewLimit wanted, CardLimit now, Optional<CardLimit> before) {
        return wanted.effect() == Effect.ONCE
                && before.filter(earlier -> !isSame(earlier, now)).isPresent();
    }

    private static boolean isSame(CardLimit one, CardLimit other) {
        return one.limitValue().compareTo(other.limitValue()) == 0
                && one.limitPeriod().equals(other.limitPeriod());
    }

    private static boolean says(NewLimit wanted, CardLimit limit) {
        return limit.limitValue().compareTo(wanted.value()) == 0
                && limit.limitPeriod().equals(wanted.period());
    }
}
