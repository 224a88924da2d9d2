package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Requisites of T-Bank: its page where it has one, else as numbers. Thread-safe. */
final class TBankRequisites implements CardBank.Requisites {

    private static final Set<Integer> NO_PAGE = Set.of(400, 404, 405, 422, 501);

    private final TBank bank;

    TBankRequisites(TBank bank) {
        this.bank = bank;
    }

    @Override
    public Optional<URI> page(Ucid ucid) {
        try {
            return bank.virtualCards().requisitesLink(ucid).address().map(URI::create);
        } catch (ApiException e) {
            if (!NO_PAGE.contains(e.status())) {
                throw e;
            }
            return Optional.empty();
        } catch (DecodingException | IllegalArgumentException e) { // the shape of the answer is not public
            return Optional.empty();
        }
    }

    @Override
    public Optional<CardRequisites> requisites(Ucid ucid) {
        return Optional.of(bank.virtualCards().requisites(ucid));
    }
}
