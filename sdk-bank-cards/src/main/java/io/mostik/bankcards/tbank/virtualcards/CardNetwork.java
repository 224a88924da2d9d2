package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A payment system. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record CardNetwork(@JsonValue String value) {

    /** Mir. */
    public static final CardNetwork MIR = new CardNetwork("MIR");

    /** Visa. */
    public static final CardNetwork VISA = new CardNetwork("VISA");

    /** Mastercard. */
    public static final CardNetwork MASTERCARD = new CardNetwork("MASTERCARD");

    /** Refuses a missing word. */
    public CardNetwork {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CardNetwork of(String value) {
        return new CardNetwork(value);
    }
}
