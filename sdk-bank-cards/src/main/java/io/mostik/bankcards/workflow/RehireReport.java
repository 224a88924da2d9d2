package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of each card of an employee who came back.
 *
 * @param cards one line a card, in the order of the directory
 */
public record RehireReport(List<Line> cards) {

    /** Keeps an unchangeable copy. */
    public RehireReport {
        cards = List.copyOf(cards);
    }

    /**
     * One card.
     *
     * @param ucid the card
     * @param usable whether it can have money again; a blocked card never can
     * @param problem why it is not
     */
    public record Line(Ucid ucid, boolean usable, Optional<String> problem) {

        /** Rejects null components. */
        public Line {
            Objects.requireNonNull(ucid, "ucid");
            Objects.requireNonNull(problem, "problem");
        }
    }
}
