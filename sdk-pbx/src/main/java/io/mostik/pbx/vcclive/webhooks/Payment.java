package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A payment by card. It holds what card schemes let one keep; the rest of the card is not sent. */
@Value.Immutable
@JsonDeserialize(builder = Payment.Builder.class)
public interface Payment extends Model {

    /** Returns its status. */
    Optional<PaymentStatus> status();

    /** Returns why. */
    @Redacted
    @JsonProperty("status_message")
    Optional<String> statusMessage();

    /** Returns the amount. */
    Optional<BigDecimal> amount();

    /** Returns the currency in small letters, such as {@code huf}. */
    Optional<String> currency();

    /** Returns how it is paid, such as {@code creditcard}. */
    @JsonProperty("payment_type")
    Optional<String> paymentType();

    /** Returns the last digits of the card. */
    @Redacted
    @JsonProperty("card_number_trailing")
    Optional<String> cardNumberTrailing();

    /** Returns how many digits the card has. */
    @JsonProperty("card_number_length")
    OptionalInt cardNumberLength();

    /** Returns when the card ends, as MMYY. */
    @Redacted
    @JsonProperty("card_expiration")
    Optional<String> cardExpiration();

    /** Returns the gateway. */
    @JsonProperty("payment_gw")
    Optional<String> gateway();

    /** Returns the id of the transaction. */
    @JsonProperty("transactionid")
    Optional<String> transactionId();

    /** Returns the id of the point of sale. */
    @JsonProperty("vposid")
    Optional<String> vposId();

    /** Returns with what the payment can be repeated. */
    Optional<SentSecret> token();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a payment. */
    final class Builder extends ImmutablePayment.Builder {
        Builder() {}
    }
}
