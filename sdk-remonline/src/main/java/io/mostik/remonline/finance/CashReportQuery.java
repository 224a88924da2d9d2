package io.mostik.remonline.finance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which rows of a report to list. */
@Value.Immutable
@JsonSerialize(as = ImmutableCashReportQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface CashReportQuery {

    /** Returns one time (from) or two (from, to). */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> createdAt();

    /** Returns {@code asc} or {@code desc}, by time. */
    Optional<String> sortDir();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2) {
            throw new IllegalArgumentException("createdAt take one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static CashReportQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableCashReportQuery.Builder {
        Builder() {}
    }
}
