package io.mostik.pbx.vcclive.statistics;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Which e-mails to list: those of a project in a month, or on one day of it. */
@Value.Immutable
public interface EmailQuery {

    /** Returns the project. */
    long projectId();

    /** Returns the month. */
    YearMonth month();

    /** Returns the day of the month; only newer accounts know it. */
    OptionalInt day();

    /** Returns in which order. */
    Optional<SortOrder> order();

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
    final class Builder extends ImmutableEmailQuery.Builder {
        Builder() {}
    }
}
