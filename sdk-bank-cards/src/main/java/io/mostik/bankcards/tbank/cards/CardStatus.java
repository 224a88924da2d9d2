package io.mostik.bankcards.tbank.cards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Whether a card can be used. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record CardStatus(@JsonValue String value) {

    /** Usable. */
    public static final CardStatus NORM = new CardStatus("NORM");

    /** Blocked. */
    public static final CardStatus BLOCKED = new CardStatus("BLOCKED");

    /** No longer in use. */
    public static final CardStatus CLOSED = new CardStatus("CLOSED");

    /** Refuses a missing word. */
    public CardStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CardStatus of(String value) {
        return new CardStatus(value);
    }
}
