package io.mostik.pbx.vcclive.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which call records to list: those of a month or of one day of it. */
@Value.Immutable
public interface CdrQuery {

    /** Returns the month. */
    YearMonth month();

    /** Returns the day of the month; all by default. */
    OptionalInt day();

    /** Returns the project; all by default. */
    OptionalLong projectId();

    /** Returns the query for a month. */
    static CdrQuery of(YearMonth month) {
        return builder().month(month).build();
    }

    /** Returns the query for a day. */
    static CdrQuery of(LocalDate day) {
        return builder().month(YearMonth.from(day)).day(day.getDayOfMonth()).build();
    }

    /** Refuses a day that the month does not have. */
    @Value.Check
    default void check() {
        if (day().isPresent() && !month().isValidDay(day().getAsInt())) {
            throw new IllegalArgumentException("day is not in the month");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableCdrQuery.Builder {
        Builder() {}
    }
}
