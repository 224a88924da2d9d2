package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Card;
import java.util.List;

/**
 * Where the company's records and the bank's list differ.
 *
 * @param unrecorded cards of the bank that can be used and that nobody has recorded
 * @param missing recorded cards that the bank does not list
 * @param unusable recorded cards that are blocked or closed at the bank
 */
public record Drift(List<Card> unrecorded, List<CardRecord> missing, List<CardRecord> unusable) {

    /** Keeps unchangeable copies. */
    public Drift {
        unrecorded = List.copyOf(unrecorded);
        missing = List.copyOf(missing);
        unusable = List.copyOf(unusable);
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return unrecorded.isEmpty() && missing.isEmpty() && unusable.isEmpty();
    }
}
