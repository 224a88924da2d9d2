package io.mostik.bankcards.tbank.operations;

import io.mostik.core.json.OpenValue;

/**
 * What an operation is for. An open set, known from clients in public: any other word is kept as it came.
 *
 * @param value the vendor's word
 */
public record OperationCategory(String value) implements OpenValue {

    /** A purchase by card. */
    public static final OperationCategory CARD = new OperationCategory("cardOperation");

    /** A withdrawal of cash. */
    public static final OperationCategory CASH_OUT = new OperationCategory("cashOut");

    /** A transfer from card to card. */
    public static final OperationCategory CARD_TO_CARD = new OperationCategory("sme-c2c");

    /** A refund; that a refunded purchase comes as this is inferred. */
    public static final OperationCategory REFUND_IN = new OperationCategory("refundIn");

    /** A fee of the bank. */
    public static final OperationCategory FEE = new OperationCategory("fee");

    /** Checks that there is a value. */
    public OperationCategory {
        OpenValue.check(value);
    }
}
