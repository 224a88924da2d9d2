package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.core.json.OpenValue;

/**
 * A payment system. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record CardNetwork(String value) implements OpenValue {

    /** Mir. */
    public static final CardNetwork MIR = new CardNetwork("MIR");

    /** Visa. */
    public static final CardNetwork VISA = new CardNetwork("VISA");

    /** Mastercard. */
    public static final CardNetwork MASTERCARD = new CardNetwork("MASTERCARD");

    /** Checks that there is a value. */
    public CardNetwork {
        OpenValue.check(value);
    }
}
