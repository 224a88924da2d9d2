package io.mostik.bankcards.tbank.company;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** The money on an account, in its currency. */
@Value.Immutable
@JsonDeserialize(builder = AccountBalance.Builder.class)
public interface AccountBalance extends Model {

    /** Returns the balance in the books. */
    @Redacted
    Optional<BigDecimal> balance();

    /** Returns what can be spent, overdraft included. */
    @Redacted
    Optional<BigDecimal> otb();

    /** Returns what can be spent without the overdraft. */
    @Redacted
    Optional<BigDecimal> realOtb();

    /** Returns what is held for operations not yet posted. */
    @Redacted
    Optional<BigDecimal> authorized();

    /** Returns the sum of own payments under way. */
    @Redacted
    Optional<BigDecimal> pendingPayments();

    /** Returns the sum of demands under way. */
    @Redacted
    Optional<BigDecimal> pendingRequisitions();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a balance. */
    final class Builder extends ImmutableAccountBalance.Builder {
        Builder() {}
    }
}
