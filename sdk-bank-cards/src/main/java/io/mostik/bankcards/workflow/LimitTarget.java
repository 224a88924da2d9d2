package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import java.util.Optional;

/** Which of the two limits of a card a change is about. */
enum LimitTarget {
    /** Purchases and cash together. */
    SPEND("limits.setSpend") {
        @Override
        Optional<CardLimit> of(CardLimits limits) {
            return Optional.of(limits.spendLimit());
        }

        @Override
        void set(TBank bank, Ucid ucid, NewLimit limit) {
            bank.limits().setSpend(ucid, limit);
        }
    },
    /** Cash alone. */
    CASH("limits.setCash") {
        @Override
        Optional<CardLimit> of(CardLimits limits) {
            return limits.cashLimit();
        }

        @Override
        void set(TBank bank, Ucid ucid, NewLimit limit) {
            bank.limits().setCash(ucid, limit);
        }
    };

    private final String operation;

    LimitTarget(String operation) {
        this.operation = operation;
    }

    abstract Optional<CardLimit> of(CardLimits limits);

    abstract void set(TBank bank, Ucid ucid, NewLimit limit);

    /** Returns the limit of a card as it is at the bank now. */
    CardLimit read(TBank bank, Ucid ucid) {
        return of(bank.limits().get(ucid)).orElseThrow(() -> new CardRefusedException(Reason.LIMIT_OF_BANK));
    }

    String operation() {
        return operation;
    }
}
