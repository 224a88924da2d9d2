package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The status of a payment. An open set: a newer word is kept as it came. The vendor's older spelling with
 * one s less is read as the newer one.
 *
 * @param value the vendor's word
 */
public record PaymentStatus(@JsonValue String value) {

    /** Under way; its outcome is sent later. */
    public static final PaymentStatus IN_PROGRESS = new PaymentStatus("in_progress");

    /** Paid. */
    public static final PaymentStatus SUCCESSFUL = new PaymentStatus("successful");

    /** Not paid. */
    public static final PaymentStatus UNSUCCESSFUL = new PaymentStatus("unsuccessful");

    /** Refuses a missing word. */
    public PaymentStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the payment status with this API value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PaymentStatus of(String value) {
        return switch (value) {
            case "succesful" -> SUCCESSFUL;
            case "unsuccesful" -> UNSUCCESSFUL;
            default -> new PaymentStatus(value);
        };
    }
}
