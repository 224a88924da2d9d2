package io.mostik.bankcards.tbank.limits;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result for one card of a batch.
 *
 * @param ucid the card
 * @param spend its spend limit; empty if it was not to change
 * @param cash its cash limit; empty if it was not to change
 */
public record CardOutcome(Ucid ucid, Optional<LimitOutcome> spend, Optional<LimitOutcome> cash) {

    /** Rejects null components. */
    public CardOutcome {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(spend, "spend");
        Objects.requireNonNull(cash, "cash");
    }

    /** Returns whether all that was to change is set. */
    public boolean isSuccessful() {
        return Stream.concat(spend.stream(), cash.stream()).allMatch(LimitOutcome::isSuccessful);
    }
}
