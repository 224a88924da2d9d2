package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Whether an operation is held or posted. The statement and the webhook spell the words in different cases; they are read as one. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record OperationStatus(@JsonValue String value) {

    /** Held; not for the books yet. */
    public static final OperationStatus AUTHORIZATION = new OperationStatus("Authorization");

    /** Posted. */
    public static final OperationStatus TRANSACTION = new OperationStatus("Transaction");

    /** Refuses a missing word. */
    public OperationStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word, known ones in any case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OperationStatus of(String value) {
        if (value.equalsIgnoreCase(AUTHORIZATION.value)) {
            return AUTHORIZATION;
        }
        if (value.equalsIgnoreCase(TRANSACTION.value)) {
            return TRANSACTION;
        }
        return new OperationStatus(value);
    }
}
