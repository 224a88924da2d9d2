package io.mostik.bankcards.tbank.limits;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * The current state of a limit, in units of the currency of the card's account. A limit is not money: the account must
 * cover it.
 */
@Value.Immutable
@JsonDeserialize(builder = CardLimit.Builder.class)
public interface CardLimit extends Model {

    /** Returns the limit. */
    BigDecimal limitValue();

    /** Returns what is still available. */
    BigDecimal limitRemain();

    /** Returns when the remainder returns to the limit. */
    LimitPeriod limitPeriod();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a limit. */
    final class Builder extends ImmutableCardLimit.Builder {
        Builder() {}
    }
}
