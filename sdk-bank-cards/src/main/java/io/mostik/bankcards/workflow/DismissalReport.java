package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result for each card of an employee who left. Prints neither the employee nor names.
 *
 * @param employee who left, in the spelling of the directory
 * @param cards one line a card, in the order of the directory
 * @param similar employees of the directory whose keys look like this one; asked for if it knows no card of him
 * @param sameName usable cards of the bank with the name of one of his cards, that the directory gives to nobody: perhaps
 *     issued afterwards. A hint, never a proof; told by {@link Dismissals#recheckDue}
 */
public record DismissalReport(String employee, List<Line> cards, List<String> similar, List<Card> sameName) {

    /** Keeps unchangeable copies. */
    public DismissalReport {
        Objects.requireNonNull(employee, "employee");
        cards = List.copyOf(cards);
        similar = List.copyOf(similar);
        sameName = List.copyOf(sameName);
    }

    /** How far a dismissal has come. */
    public enum State {
        /** The directory knows no card of this employee: find out whether he has one, perhaps under a similar key. */
        NOBODY_KNOWN,
        /** A card is not known to be blocked, or is being replaced; dismiss again. */
        OPEN,
        /** All cards are blocked. */
        COMPLETE
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

        /** Rejects null components. */
        public Line {
            Objects.requireNonNull(ucid, "ucid");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** Returns how far it has come. */
    public State state() {
        if (cards.isEmpty()) {
            return State.NOBODY_KNOWN;
        }
        return open().isEmpty() ? State.COMPLETE : State.OPEN;
    }

    /** Returns whether there are cards, every one is blocked, and none of them is being replaced. */
    public boolean isComplete() {
        return state() == State.COMPLETE;
    }

    /** Returns the cards that are not known to be blocked, or are being replaced; somebody has to look after them. */
    public List<Line> open() {
        return cards.stream()
                .filter(card -> !card.blocked() || card.problem().isPresent())
                .toList();
    }

    DismissalReport withSameName(List<Card> found) {
        return new DismissalReport(employee, cards, similar, found);
    }

    /** Returns the state and the cards. */
    @Override
    public String toString() {
        return "DismissalReport[" + state() + ", " + cards + "]";
    }
}
