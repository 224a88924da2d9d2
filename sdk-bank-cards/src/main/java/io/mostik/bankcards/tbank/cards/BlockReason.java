package io.mostik.bankcards.tbank.cards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Why a card is blocked. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record BlockReason(@JsonValue String value) {

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

    /** Refuses a missing word. */
    public BlockReason {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BlockReason of(String value) {
        return new BlockReason(value);
    }
}
