package io.mostik.bankcards.tbank.cards;

import io.mostik.core.json.OpenValue;

/**
 * Why a card is blocked. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record BlockReason(String value) implements OpenValue {

    /** Lost. */
    public static final BlockReason LOST = new BlockReason("LOST");

    /** Stolen. */
    public static final BlockReason STOLEN = new BlockReason("STOLEN");

    /** Damaged. */
    public static final BlockReason BROKEN = new BlockReason("BROKEN");

    /** Fraud. */
    public static final BlockReason FRAUD = new BlockReason("FRAUD");

    /** Any other cause; the dismissal of an employee goes here. One word on the wire. */
    public static final BlockReason CLIENT_INITIATED = new BlockReason("CLIENTINITIATED");

    /** Checks that there is a value. */
    public BlockReason {
        OpenValue.check(value);
    }
}
