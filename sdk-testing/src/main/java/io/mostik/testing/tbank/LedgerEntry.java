package io.mostik.testing.tbank;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One operation by card.
 *
 * @param id the same for the hold and the posting, mostly
 * @param ucid the card
 * @param accountNumber the account it draws on
 * @param maskedNumber six digits, stars, four digits
 * @param amount in the currency of the account
 * @param cash whether cash was taken
 * @param authorizedAt when it was held
 * @param postedAt when it was posted; empty while it is held
 */
record LedgerEntry(
        String id,
        long ucid,
        String accountNumber,
        String maskedNumber,
        BigDecimal amount,
        boolean cash,
        Instant authorizedAt,
        Optional<Instant> postedAt) {

    String category() {
        return cash ? "cashOut" : "cardOperation";
    }

    String status() {
        return postedAt.isPresent() ? "Transaction" : "Authorization";
    }

    /** Returns when it was posted, or held while it is not. */
    Instant date() {
        return postedAt.orElse(authorizedAt);
    }

    LedgerEntry posted(Instant at, String newId) {
        return new LedgerEntry(newId, ucid, accountNumber, maskedNumber, amount, cash, authorizedAt, Optional.of(at));
    }
}
