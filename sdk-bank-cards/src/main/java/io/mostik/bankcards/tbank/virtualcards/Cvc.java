package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The code of a card. Prints as {@code ***}, also through mappers of JSON; not serialisable by Java; the rules of the card schemes forbid to keep it
 * anywhere. Thread-safe.
 */
public final class Cvc {

    private static final Pattern FORM = Pattern.compile("\\d{3,4}");

    private final transient Digits digits;

    private Cvc(String code) {
        this.digits = new Digits(code);
    }

    /**
     * Returns the code in a text.
     *
     * @throws IllegalArgumentException if it has other than 3 or 4 digits; says nothing of them
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cvc of(String code) {
        if (!FORM.matcher(Objects.requireNonNull(code, "code")).matches()) {
            throw new IllegalArgumentException("code of a card must have 3 or 4 digits");
        }
        return new Cvc(code);
    }

    /**
     * Lends the digits to a consumer, which must not keep them: the array is wiped when it returns.
     *
     * @throws IllegalStateException if the code was wiped
     */
    public void reveal(Consumer<char[]> consumer) {
        digits.reveal(consumer);
    }

    /** Forgets the digits. */
    public void wipe() {
        digits.wipe();
    }

    @Override
    @JsonValue
    public String toString() {
        return digits.toString();
    }
}
