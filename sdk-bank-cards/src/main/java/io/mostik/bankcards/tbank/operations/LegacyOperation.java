package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An operation as the deprecated list returns it. */
@Value.Immutable
@JsonDeserialize(builder = LegacyOperation.Builder.class)
public interface LegacyOperation extends Model {

    /** Returns the account. */
    @Redacted
    Optional<String> accountNumber();

    /** Returns when it was held. */
    Optional<Instant> authDateTime();

    /** Returns when it was posted. */
    Optional<Instant> trxnDateTime();

    /** Returns the id of the hold. */
    Optional<String> authId();

    /** Returns the id of the posting. */
    Optional<String> trxnId();

    /** Returns {@code succeed} or {@code cancelled}. */
    Optional<String> authStatus();

    /** Returns whether money came or went. */
    Optional<Direction> operationType();

    /** Returns whether it is held or posted. */
    Optional<OperationStatus> operationStatus();

    /** Returns the sum in the currency of the purchase. */
    Optional<BigDecimal> amount();

    /** Returns the currency of the purchase. */
    Optional<String> currency();

    /** Returns the sum in the currency of the account. */
    Optional<BigDecimal> accountAmount();

    /** Returns the description. */
    @Redacted
    Optional<String> description();

    /** Returns the card. */
    Optional<LegacyCard> card();

    /** Returns where it was. */
    Optional<Merchant> merch();

    /** Returns the number of the retrieval. */
    Optional<String> rrn();

    /** Returns the bank of the merchant. */
    Optional<String> acquirerId();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an operation. */
    final class Builder extends ImmutableLegacyOperation.Builder {
        Builder() {}
    }
}
