package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A limit as it was before a change.
 *
 * @param value the limit
 * @param remain what was left of it
 * @param period when it returned
 * @param at when it was read
 */
public record LimitBefore(BigDecimal value, BigDecimal remain, LimitPeriod period, Instant at) {

    /** Refuses missing parts. */
    public LimitBefore {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(remain, "remain");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(at, "at");
    }

    static LimitBefore of(CardLimit limit, Instant at) {
        return new LimitBefore(limit.limitValue(), limit.limitRemain(), limit.limitPeriod(), at);
    }

    /** Returns the limit to set on another card in its place: of a one-time limit, what was left. */
    Optional<NewLimit> again() {
        BigDecimal sum = period.equals(LimitPeriod.IRREGULAR) ? remain.max(BigDecimal.ZERO) : value;
        return period.equals(LimitPeriod.CUSTOM) ? Optional.empty() : Optional.of(new NewLimit(sum, period));
    }

    boolean isStill(CardLimit now) {
        return value.compareTo(now.limitValue()) == 0 && period.equals(now.limitPeriod());
    }
}
