package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An operation on an account, from the statement or a webhook. A hold changes what can be spent, not the balance. */
@Value.Immutable
@JsonDeserialize(builder = Operation.Builder.class)
public interface Operation extends Model {

    /**
     * Returns its id: the same for the hold and the posting, but for operations between 22:00 and 03:00, whose id may
     * change.
     */
    String operationId();

    /** Returns whether it is held or posted. */
    Optional<OperationStatus> operationStatus();

    /** Returns whether money came or went. */
    Optional<Direction> typeOfOperation();

    /** Returns what it is for. */
    Optional<OperationCategory> category();

    /** Returns when it was posted, or held while not yet posted. */
    Optional<Instant> operationDate();

    /** Returns the account. */
    @Redacted
    Optional<String> accountNumber();

    /** Returns the code of the bank. */
    Optional<String> bic();

    /** Returns the sum in the currency of the purchase. */
    Optional<BigDecimal> operationAmount();

    /** Returns the currency of the purchase: {@code 643} is the ruble. */
    Optional<String> operationCurrencyDigitalCode();

    /** Returns the sum in the currency of the account. */
    Optional<BigDecimal> accountAmount();

    /** Returns the currency of the account. */
    Optional<String> accountCurrencyDigitalCode();

    /** Returns the sum in rubles, at the rate of the central bank. */
    Optional<BigDecimal> rubleAmount();

    /** Returns when it was held. */
    Optional<Instant> authorizationDate();

    /** Returns when it was posted. */
    Optional<Instant> trxnPostDate();

    /** Returns when the money came. */
    Optional<Instant> drawDate();

    /** Returns when the money went. */
    Optional<Instant> chargeDate();

    /** Returns the date of the document. */
    Optional<Instant> docDate();

    /** Returns the description. */
    @Redacted
    Optional<String> description();

    /** Returns the purpose of the payment. */
    @Redacted
    Optional<String> payPurpose();

    /** Returns the number of the document. */
    Optional<String> documentNumber();

    /** Returns the code of the currency operation. */
    Optional<String> payVo();

    /** Returns the kind of the document. */
    @JsonAlias("VO")
    Optional<String> vo();

    /** Returns the priority of the payment. */
    Optional<String> priority();

    /** Returns who paid. */
    Optional<Party> payer();

    /** Returns who was paid. */
    Optional<Party> receiver();

    /** Returns the other side. */
    Optional<Party> counterParty();

    /** Returns the number of the card as the bank masks it: six digits and four. */
    Optional<String> cardNumber();

    /** Returns the card as it was sent; see {@link #card()}. */
    Optional<String> ucid();

    /** Returns the code of the merchant's trade: four digits. */
    Optional<String> mcc();

    /** Returns where it was. */
    Optional<Merchant> merch();

    /** Returns the code of the authorisation. */
    Optional<String> authCode();

    /** Returns the number of the retrieval. */
    Optional<String> rrn();

    /** Returns the bank of the merchant. */
    Optional<String> acquirerId();

    /** Returns a further state that webhooks tell, such as {@code Active}. */
    Optional<String> status();

    /** Returns the card, if the operation names one. Operations without a card may name one too, with code 0000. */
    default Optional<Ucid> card() {
        return ucid().filter(text -> text.matches("[1-9]\\d{0,17}")).map(Ucid::of);
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an operation. */
    final class Builder extends ImmutableOperation.Builder {
        Builder() {}
    }
}
