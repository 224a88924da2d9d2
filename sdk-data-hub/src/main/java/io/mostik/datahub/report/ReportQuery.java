package io.mostik.datahub.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The filter and grouping of a report; an absent property does not restrict. */
@Value.Immutable
public interface ReportQuery {

    /** Returns the begin of the period, itself included. */
    Optional<Instant> since();

    /** Returns the end of the period, not included. */
    Optional<Instant> until();

    /** Returns which time of an order counts; when it was made, by default. */
    @Value.Default
    default DateBy dateBy() {
        return DateBy.CREATED;
    }

    /** Returns by what the records are grouped; not at all by default. */
    @Value.Default
    default Grouping grouping() {
        return Grouping.NONE;
    }

    /** Returns what was spent on advertising in the period; the vendor does not know. */
    Optional<BigDecimal> adSpend();

    /** Returns the same for groups, by their keys. */
    Map<String, BigDecimal> adSpendOf();

    /** Refuses a period that ends before it begins. */
    @Value.Check
    default void check() {
        if (since().isPresent() && until().isPresent() && until().get().isBefore(since().get())) {
            throw new IllegalArgumentException("until must not be before since");
        }
    }

    /** Returns whether a record falls into the period. A record without the time falls into the one without ends. */
    default boolean covers(HubRecord order) {
        Optional<Instant> time = dateBy().of(order);
        return since().map(begin -> time.filter(at -> !at.isBefore(begin)).isPresent())
                        .orElse(true)
                && until().map(end -> time.filter(at -> at.isBefore(end)).isPresent())
                        .orElse(true);
    }

    /** Returns the query for everything, in one group. */
    static ReportQuery all() {
        return builder().build();
    }

    /** Returns the query for everything, grouped. */
    static ReportQuery by(Grouping grouping) {
        return builder().grouping(grouping).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableReportQuery.Builder {
        Builder() {}
    }
}
