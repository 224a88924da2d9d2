package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import java.util.Optional;

/** Which of the two limits of a card a change is about. */
enum LimitTarget {
    /** Purchases and cash together. */
    SPEND {
        @Override
        Optional<CardLimit> of(CardLimits limits) {
            return Optional.of(limits.spendLimit());
        }

        @Override
        Setting set(CardBank bank, Ucid ucid, NewLimit limit) {
            return bank.setSpend(ucid, limit);
        }
    },
    /** Cash alone. */
    CASH {
        @Override
        Optional<CardLimit> of(CardLimits limits) {
            return limits.cashLimit();
        }

        @Override
        Setting set(CardBank bank, Ucid ucid, NewLimit limit) {
            Offers.need(bank.cashLimits()).set(ucid, limit);
            return Setting.inForce();
        }
    };

    abstract Optional<CardLimit> of(CardLimits limits);

    abstract Setting set(CardBank bank, Ucid ucid, NewLimit limit);

    /** Returns the limit of a card as it is at the bank now. */
    CardLimit read(CardBank bank, Ucid ucid) {
        return of(bank.limits(ucid)).orElseThrow(() -> new CardRefusedException(Reason.LIMIT_OF_BANK));
    }
}
