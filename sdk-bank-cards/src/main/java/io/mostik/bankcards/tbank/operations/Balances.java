package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The balance of an account at both ends of a statement, and what came and went between, in the currency of the
 * account.
 */
@Value.Immutable
@JsonDeserialize(builder = Balances.Builder.class)
public interface Balances extends Model {

    /** Returns the balance at the beginning. */
    @Redacted
    Optional<BigDecimal> balanceBegin();

    /** Returns the balance at the end. */
    @Redacted
    Optional<BigDecimal> balanceEnd();

    /** Returns the sum that came. */
    @Redacted
    Optional<BigDecimal> credit();

    /** Returns the sum that went. */
    @Redacted
    Optional<BigDecimal> debit();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the balances. */
    final class Builder extends ImmutableBalances.Builder {
        Builder() {}
    }
}
