package io.mostik.testing.tbank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A limit with what was spent of it. */
final class CardLimit {

    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal granted = BigDecimal.ZERO;
    private LimitPeriod period = LimitPeriod.MONTH;
    private LocalDate since = LocalDate.EPOCH;
    private Optional<String> refusal = Optional.empty();

    /** Sets the limit; what was spent in a running day or month still counts, unless every update refills. */
    void set(NewLimit limit, LocalDate today, boolean refill) {
        renew(today);
        if (limit.period() == LimitPeriod.IRREGULAR) {
            BigDecimal before = period == LimitPeriod.IRREGULAR ? remain(today) : BigDecimal.ZERO;
            granted = granted.add(limit.value().subtract(before).max(BigDecimal.ZERO));
            spent = BigDecimal.ZERO;
        } else if (refill || limit.period() != period) {
            spent = BigDecimal.ZERO;
        }
        value = limit.value();
        period = limit.period();
        since = start(today);
    }

    void spend(BigDecimal sum, LocalDate today) {
        renew(today);
        spent = spent.add(sum);
    }

    BigDecimal remain(LocalDate today) {
        renew(today);
        return value.subtract(spent).max(BigDecimal.ZERO);
    }

    TBankLimit at(LocalDate today) {
        return new TBankLimit(value, remain(today), period);
    }

    BigDecimal granted() {
        return granted;
    }

    Optional<String> refuse(String message) {
        refusal = Optional.of(message);
        return refusal;
    }

    /** Returns why the bank does not take any new value, if it does not. */
    Optional<String> refusal() {
        return refusal;
    }

    private void renew(LocalDate today) {
        if (!since.equals(start(today))) {
            since = start(today);
            spent = BigDecimal.ZERO;
        }
    }

    private LocalDate start(LocalDate today) {
        return switch (period) {
            case DAY -> today;
            case MONTH -> today.withDayOfMonth(1);
            case IRREGULAR, CUSTOM -> LocalDate.EPOCH;
        };
    }
}
