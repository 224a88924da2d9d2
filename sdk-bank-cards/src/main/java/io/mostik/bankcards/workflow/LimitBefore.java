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
 * @param beside what was left of it for other orders of the card, on top of which a new one comes; empty if there were none
 */
public record LimitBefore(
        BigDecimal value, BigDecimal remain, LimitPeriod period, Instant at, Optional<BigDecimal> beside) {

    /** Rejects null components. */
    public LimitBefore {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(remain, "remain");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(beside, "beside");
    }

    static LimitBefore of(CardLimit limit, Instant at) {
        return new LimitBefore(limit.limitValue(), limit.limitRemain(), limit.limitPeriod(), at, Optional.empty());
    }

    /** Returns the limit of a card to which an order comes, with what other orders have left. */
    static LimitBefore of(CardLimit limit, Instant at, boolean serves) {
        LimitBefore alone = of(limit, at);
        Optional<BigDecimal> left =
                Optional.of(alone.remain().max(BigDecimal.ZERO)).filter(unused -> serves);
        return new LimitBefore(alone.value, alone.remain, alone.period, at, left);
    }

    /** Returns the limit to set for a sum that comes on top of what other orders have left. */
    NewLimit with(BigDecimal sum) {
        return NewLimit.once(beside.orElse(BigDecimal.ZERO).add(sum));
    }

    /** Returns the limit to set on another card in its place: of a one-time limit, what was left. */
    Optional<NewLimit> again() {
        BigDecimal sum = period.equals(LimitPeriod.IRREGULAR) ? remain.max(BigDecimal.ZERO) : value;
        return period.equals(LimitPeriod.CUSTOM) ? Optional.empty() : Optional.of(new NewLimit(sum, period));
    }

    /** Returns the limit that is higher by a sum: than what is left of a one-time limit, than any other as a whole. */
    NewLimit raised(BigDecimal by) {
        BigDecimal from = period.equals(LimitPeriod.IRREGULAR) ? remain.max(BigDecimal.ZERO) : value;
        return new NewLimit(from.add(by), period);
    }

    /** Returns whether nothing was spent or set since. */
    boolean isUntouched(CardLimit now) {
        return isStill(now) && remain.compareTo(now.limitRemain()) == 0;
    }

    boolean isStill(CardLimit now) {
        return value.compareTo(now.limitValue()) == 0 && period.equals(now.limitPeriod());
    }
}
