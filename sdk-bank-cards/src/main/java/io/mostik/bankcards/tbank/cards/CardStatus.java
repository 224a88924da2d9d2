package io.mostik.bankcards.tbank.cards;

import io.mostik.core.json.OpenValue;

/**
 * Whether a card can be used. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record CardStatus(String value) implements OpenValue {

    /** Usable. */
    public static final CardStatus NORM = new CardStatus("NORM");

    /** Blocked. */
    public static final CardStatus BLOCKED = new CardStatus("BLOCKED");

    /** No longer in use. */
    public static final CardStatus CLOSED = new CardStatus("CLOSED");

    /** Checks that there is a value. */
    public CardStatus {
        OpenValue.check(value);
    }
}
