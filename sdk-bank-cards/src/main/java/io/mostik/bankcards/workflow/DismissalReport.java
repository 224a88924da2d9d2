package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of the cards of somebody who left.
 *
 * @param cards one line a card, in the order of the directory
 */
public record DismissalReport(List<Line> cards) {

    /** Keeps an unchangeable copy. */
    public DismissalReport {
        cards = List.copyOf(cards);
    }

    /**
     * One card.
     *
     * @param ucid the card
     * @param stopped whether both limits are known to be zero
     * @param blocked whether the bank itself says that the card is blocked or closed
     * @param problem what went wrong last, if anything did
     */
    public record Line(Ucid ucid, boolean stopped, boolean blocked, Optional<String> problem) {

        /** Refuses missing parts. */
        public Line {
            Objects.requireNonNull(ucid, "ucid");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** Returns whether every card is blocked, and none of them is being replaced. */
    public boolean isComplete() {
        return open().isEmpty();
    }

    /** Returns the cards that are not known to be blocked, or are being replaced; somebody has to look after them. */
    public List<Line> open() {
        return cards.stream()
                .filter(card -> !card.blocked() || card.problem().isPresent())
                .toList();
    }
}
