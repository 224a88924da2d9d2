package io.mostik.bankcards.tbank.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Effect;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * New limits of one card among many. In a batch the bank takes whole units of the currency only.
 *
 * @param ucid the card
 * @param spend limit of purchases and cash withdrawals together; stays as it is if empty
 * @param cash limit of cash withdrawals; stays as it is if empty
 */
public record LimitUpdate(
        Ucid ucid,
        @JsonProperty("spendLimit") Optional<NewLimit> spend,
        @JsonProperty("cashLimit") Optional<NewLimit> cash) {

    /** Refuses fractions, and a change that changes nothing. */
    public LimitUpdate {
        Objects.requireNonNull(ucid, "ucid");
        if (spend.isEmpty() && cash.isEmpty()) {
            throw new IllegalArgumentException("spend or cash must be there");
        }
        spend = spend.map(limit -> whole("spend", limit));
        cash = cash.map(limit -> whole("cash", limit));
    }

    /** Returns a change of the spend limit. */
    public static LimitUpdate spend(Ucid ucid, NewLimit limit) {
        return new LimitUpdate(ucid, Optional.of(limit), Optional.empty());
    }

    /** Returns a change of the cash limit. */
    public static LimitUpdate cash(Ucid ucid, NewLimit limit) {
        return new LimitUpdate(ucid, Optional.empty(), Optional.of(limit));
    }

    /** Returns the change that stops all spending of a card. */
    public static LimitUpdate stop(Ucid ucid) {
        return new LimitUpdate(ucid, Optional.of(NewLimit.zero()), Optional.of(NewLimit.zero()));
    }

    Effect effect() {
        boolean once = Stream.concat(spend.stream(), cash.stream()).anyMatch(limit -> limit.effect() == Effect.ONCE);
        return once ? Effect.ONCE : Effect.REPEATABLE;
    }

    private static NewLimit whole(String name, NewLimit limit) {
        BigDecimal value = limit.value();
        if (value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(name + " must be in whole units of the currency in a batch");
        }
        return new NewLimit(value.setScale(0), limit.period());
    }
}
