package io.mostik.bankcards.tbank.limits;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.List;
import java.util.Optional;

/**
 * The results for the cards of a batch. The bank may set some limits and refuse others in one answer.
 *
 * @param cards one entry for each card that was asked for, in that order
 */
public record BatchOutcome(List<CardOutcome> cards) {

    /** Keeps an unchangeable copy. */
    public BatchOutcome {
        cards = List.copyOf(cards);
    }

    /** Returns whether every limit of every card is set. */
    public boolean isFullySuccessful() {
        return failures().isEmpty();
    }

    /** Returns the cards of which not all limits are set for certain. */
    public List<CardOutcome> failures() {
        return cards.stream().filter(card -> !card.isSuccessful()).toList();
    }

    /** Returns the result for a card; empty if it was not in the batch. */
    public Optional<CardOutcome> of(Ucid ucid) {
        return cards.stream().filter(card -> card.ucid().equals(ucid)).findFirst();
    }
}
