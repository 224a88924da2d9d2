package io.mostik.salesautopilot.records;

import io.mostik.core.json.OpenValue;

/**
 * How an order is paid. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record PaymentMethod(String value) implements OpenValue {

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

    /** Checks that there is a value. */
    public PaymentMethod {
        OpenValue.check(value);
    }
}
