package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What an operation is for. An open set, known from clients in public: any other word arrives as itself.
 *
 * @param value the vendor's word
 */
public record OperationCategory(@JsonValue String value) {

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

    /** Refuses a missing word. */
    public OperationCategory {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OperationCategory of(String value) {
        return new OperationCategory(value);
    }
}
