package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reissues of T-Bank. Thread-safe. */
final class TBankReissues implements CardBank.Reissuing {

    private static final int OK = 300;

    /** How long the bank remembers a job is not documented, nor how it says that it does not any more. */
    private static final Set<Integer> FORGOTTEN = Set.of(400, 404, 410, 422);

    private final TBank bank;

    TBankReissues(TBank bank) {
        this.bank = bank;
    }

    @Override
    public String begin(Ucid ucid) {
        return bank.virtualCards().reissue(ucid).id();
    }

    @Override
    public Progress progress(String job) {
        try {
            return bank.virtualCards()
                    .resumeReissue(job)
                    .poll()
                    .map(card -> new Progress(State.MADE, Optional.of(card.newUcid())))
                    .orElseGet(() -> new Progress(State.RUNNING, Optional.empty()));
        } catch (ApiException e) {
            boolean isFailed = !e.failure().temporary() && e.status() < OK;
            if (!isFailed && !FORGOTTEN.contains(e.status())) {
                throw e;
            }
            return new Progress(isFailed ? State.FAILED : State.FORGOTTEN, Optional.empty());
        }
    }

    @Override
    public List<Card> onAccount(String accountNumber) {
        CardQuery query = CardQuery.builder().accountNumber(accountNumber).build();
        return bank.cards().listDetailed(query).stream().toList();
    }
}
