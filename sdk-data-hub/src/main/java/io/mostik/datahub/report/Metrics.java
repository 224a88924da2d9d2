package io.mostik.datahub.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The metrics of a period or a group. Amounts are in the account's currency; ratios are empty where they would divide by
 * zero, and are rounded half up to 4 places: 0.3333 is a third.
 */
@Value.Immutable
public interface Metrics {

    /** Returns how many orders passed the filter. */
    long inquiries();

    /** Returns how many are successful. */
    long sales();

    /** Returns how many are unsuccessful. */
    long lost();

    /** Returns how many have a status that is in no container. They are inquiries and leads, in no step of the funnel. */
    long unmapped();

    /** Returns the sales volume of the successful. */
    BigDecimal revenue();

    /** Returns the sales volume of the new and of those in progress. */
    BigDecimal potentialRevenue();

    /** Returns the cost of the successful. */
    BigDecimal cost();

    /** Returns what was spent on advertising, if it was told. */
    Optional<BigDecimal> adSpend();

    /** Returns the steps in the order of the containers. */
    List<FunnelStep> funnel();

    /** Returns how many are not unsuccessful. */
    default long leads() {
        return inquiries() - lost();
    }

    /** Returns revenue less cost. */
    default BigDecimal grossProfit() {
        return revenue().subtract(cost());
    }

    /** Returns the gross profit as a part of the revenue. */
    default Optional<BigDecimal> margin() {
        return Ratio.of(grossProfit(), revenue());
    }

    /** Returns the sales as a part of the inquiries. */
    default Optional<BigDecimal> conversion() {
        return Ratio.of(BigDecimal.valueOf(sales()), BigDecimal.valueOf(inquiries()));
    }

    /** Returns the revenue of a sale, to 2 places. */
    default Optional<BigDecimal> averageSale() {
        return sales() == 0
                ? Optional.empty()
                : Optional.of(revenue().divide(BigDecimal.valueOf(sales()), 2, RoundingMode.HALF_UP));
    }

    /** Returns what is left of the revenue after cost and advertising, as a part of what advertising cost. */
    default Optional<BigDecimal> roi() {
        return adSpend().flatMap(spent -> Ratio.of(grossProfit().subtract(spent), spent));
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds metrics. */
    final class Builder extends ImmutableMetrics.Builder {
        Builder() {}
    }
}
