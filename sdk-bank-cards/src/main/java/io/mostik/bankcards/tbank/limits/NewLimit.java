package io.mostik.bankcards.tbank.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.Effect;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A limit to set, in units of the currency of the card's account: rubles, not kopecks. Absolute: it takes the place of
 * the limit before it and is not added to it.
 *
 * @param value from 0 to below 10^12, with at most two decimals
 * @param period when the remainder returns to the limit; not {@link LimitPeriod#CUSTOM}
 */
public record NewLimit(
        @JsonProperty("limitValue") BigDecimal value,
        @JsonProperty("limitPeriod") LimitPeriod period) {

    private static final BigDecimal BOUND = new BigDecimal("1000000000000");
    private static final int DECIMALS = 2;

    /** Refuses what the bank would refuse. */
    public NewLimit {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(period, "period");
        if (value.signum() < 0 || value.compareTo(BOUND) >= 0) {
            throw new IllegalArgumentException("value must be from 0 to below 10^12");
        }
        if (value.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("value must have at most two decimals");
        }
        if (period.equals(LimitPeriod.CUSTOM)) {
            throw new IllegalArgumentException("period CUSTOM is set by the bank alone");
        }
        value = value.scale() > DECIMALS ? value.setScale(DECIMALS) : value;
    }

    /** Returns an allowance for one time: what is spent of it does not come back until a limit is set again. */
    public static NewLimit once(BigDecimal value) {
        return new NewLimit(value, LimitPeriod.IRREGULAR);
    }

    /** Returns a daily limit. */
    public static NewLimit daily(BigDecimal value) {
        return new NewLimit(value, LimitPeriod.DAY);
    }

    /** Returns a monthly limit. */
    public static NewLimit monthly(BigDecimal value) {
        return new NewLimit(value, LimitPeriod.MONTH);
    }

    /** Returns the limit that stops all spending. */
    public static NewLimit zero() {
        return once(BigDecimal.ZERO);
    }

    /**
     * Returns what setting this limit does. Setting a one-time limit fills its remainder up again: if it is set twice
     * and the holder pays in between, he has the sum twice. A zero fills nothing up. Of an unknown period the worst is
     * assumed.
     */
    public Effect effect() {
        boolean keepsPace = period.equals(LimitPeriod.DAY) || period.equals(LimitPeriod.MONTH);
        return keepsPace || value.signum() == 0 ? Effect.REPEATABLE : Effect.ONCE;
    }
}
