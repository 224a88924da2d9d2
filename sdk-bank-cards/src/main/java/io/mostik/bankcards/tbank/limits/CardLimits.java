package io.mostik.bankcards.tbank.limits;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.json.Model;
import org.immutables.value.Value;

/** Both limits of a card. */
@Value.Immutable
@JsonDeserialize(builder = CardLimits.Builder.class)
public interface CardLimits extends Model {

    /** Returns the card. */
    Ucid ucid();

    /** Returns the limit of purchases and cash withdrawals together. */
    CardLimit spendLimit();

    /** Returns the limit of cash withdrawals: a ceiling inside the spend limit. */
    CardLimit cashLimit();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the limits. */
    final class Builder extends ImmutableCardLimits.Builder {
        Builder() {}
    }
}
