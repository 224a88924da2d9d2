package io.mostik.bankcards.tbank.limits;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** Both limits of a card. */
@Value.Immutable
@JsonDeserialize(builder = CardLimits.Builder.class)
public interface CardLimits extends Model {

    /** Returns the card. */
    Ucid ucid();

    /** Returns the limit of purchases and cash withdrawals together. */
    CardLimit spendLimit();

    /** Returns the limit of cash withdrawals: a ceiling inside the spend limit; empty if the bank tells none. */
    Optional<CardLimit> cashLimit();

    /** A limit that cannot be read is not a missing one: what it forbids would be lost with it. */
    @Value.Check
    default void check() {
        if (unknown().containsKey("cashLimit")) {
            throw new IllegalArgumentException("cashLimit cannot be read");
        }
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the limits. */
    final class Builder extends ImmutableCardLimits.Builder {
        Builder() {}
    }
}
