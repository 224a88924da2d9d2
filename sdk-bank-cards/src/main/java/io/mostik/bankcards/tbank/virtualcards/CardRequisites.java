package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The card details that a payment form asks for. Use it at once and close it; never keep it. Prints no more than the
 * masked number, cannot be serialised, and drops whatever else the bank may send. Thread-safe.
 */
public final class CardRequisites implements AutoCloseable {

    private final CardNumber number;
    private final Cvc cvc;
    private final YearMonth expiry;
    private final String embossedName;

    private CardRequisites(CardNumber number, Cvc cvc, YearMonth expiry, String embossedName) {
        this.number = number;
        this.cvc = cvc;
        this.expiry = expiry;
        this.embossedName = embossedName;
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static CardRequisites read(
            @JsonProperty(value = "number", required = true) CardNumber number,
            @JsonProperty(value = "cvc", required = true) Cvc cvc,
            @JsonProperty(value = "expiryDate", required = true) ExpiryDate expiry,
            @JsonProperty("embossedName") @Nullable String embossedName) {
        return new CardRequisites(
                Objects.requireNonNull(number, "number"),
                Objects.requireNonNull(cvc, "cvc"),
                YearMonth.of(expiry.year(), expiry.month()),
                Objects.requireNonNullElse(embossedName, ""));
    }

    /** The month as the bank writes it. */
    record ExpiryDate(int year, int month) {}

    /** Returns the number. */
    public CardNumber number() {
        return number;
    }

    /** Returns the code. */
    public Cvc cvc() {
        return cvc;
    }

    /** Returns the last month in which the card can be used. */
    public YearMonth expiry() {
        return expiry;
    }

    /** Returns the holder's name as on the card; an empty text if there is none. */
    public String embossedName() {
        return embossedName;
    }

    /** Forgets number and code. */
    @Override
    public void close() {
        number.wipe();
        cvc.wipe();
    }

    @Override
    public String toString() {
        return "CardRequisites[" + number + "]";
    }
}
