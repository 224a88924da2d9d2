package io.mostik.salesautopilot.records;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How an order is paid. An open set: a value newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record PaymentMethod(@JsonValue String value) {

    /** Bank transfer. */
    public static final PaymentMethod BANK_TRANSFER = new PaymentMethod("1");

    /** Cash. */
    public static final PaymentMethod CASH = new PaymentMethod("2");

    /** Cash on delivery. */
    public static final PaymentMethod CASH_ON_DELIVERY = new PaymentMethod("3");

    /** Card. */
    public static final PaymentMethod CARD = new PaymentMethod("4");

    /** Recurring payment. */
    public static final PaymentMethod RECURRING = new PaymentMethod("5");

    /** Refuses a missing word. */
    public PaymentMethod {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PaymentMethod of(String value) {
        return new PaymentMethod(value);
    }
}
