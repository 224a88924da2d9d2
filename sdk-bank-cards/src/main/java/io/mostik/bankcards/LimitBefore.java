package io.mostik.bankcards;

import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A limit as it was before a change.
 *
 * @param value the limit
 * @param remain what was left of it
 * @param period when it returned
 */
public record LimitBefore(BigDecimal value, BigDecimal remain, LimitPeriod period) {

    /** Refuses missing parts. */
    public LimitBefore {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(remain, "remain");
        Objects.requireNonNull(period, "period");
    }

    static LimitBefore of(CardLimit limit) {
        return new LimitBefore(limit.limitValue(), limit.limitRemain(), limit.limitPeriod());
    }

    CardLimit toLimit() {
        return CardLimit.builder()
                .limitValue(value)
                .limitRemain(remain)
                .limitPeriod(period)
                .build();
    }

    boolean isStill(CardLimit now) {
        return value.compareTo(now.limitValue()) == 0 && period.equals(now.limitPeriod());
    }
}
