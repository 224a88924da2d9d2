package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The full number of a card. Prints its first six and last four digits, also through mappers of JSON; not serialisable by
 * Java; whole only inside {@link #reveal}. Thread-safe.
 */
public final class CardNumber {

    private static final Pattern FORM = Pattern.compile("\\d{16,19}");
    private static final int BIN = 6;
    private static final int LAST = 4;

    private final transient Digits digits;
    private final transient String masked;

    private CardNumber(String number) {
        this.digits = new Digits(number);
        this.masked = number.substring(0, BIN)
                + "*".repeat(number.length() - BIN - LAST)
                + number.substring(number.length() - LAST);
    }

    /**
     * Returns the card number in a text.
     *
     * @throws IllegalArgumentException if it has other than 16 to 19 digits; says nothing of them
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CardNumber of(String number) {
        if (!FORM.matcher(Objects.requireNonNull(number, "number")).matches()) {
            throw new IllegalArgumentException("number of a card must have 16 to 19 digits");
        }
        return new CardNumber(number);
    }

    /**
     * Lends the digits to a consumer, which must not keep them: the array is wiped when it returns.
     *
     * @throws IllegalStateException if the number was wiped
     */
    public void reveal(Consumer<char[]> consumer) {
        digits.reveal(consumer);
    }

    /** Forgets the digits. */
    public void wipe() {
        digits.wipe();
    }

    /** Returns the first six and the last four digits with stars between them. */
    @Override
    @JsonValue
    public String toString() {
        return masked;
    }
}
