package io.mostik.bankcards.tbank.cards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A card's permanent id inside the bank; not its number. A reissued card has a new one. The bank writes it as a number,
 * in places as a text.
 *
 * @param value at least 1
 */
public record Ucid(@JsonValue long value) implements Comparable<Ucid> {

    /** Refuses what cannot be a card. */
    public Ucid {
        if (value < 1) {
            throw new IllegalArgumentException("ucid must be at least 1");
        }
    }

    /** Returns the card with this id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ucid of(long value) {
        return new Ucid(value);
    }

    /**
     * Returns the card with this id.
     *
     * @throws IllegalArgumentException if it is no whole number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ucid of(String value) {
        try {
            return new Ucid(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ucid must be a whole number");
        }
    }

    @Override
    public int compareTo(Ucid other) {
        return Long.compare(value, other.value);
    }

    /** Returns the number alone. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
