package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.EpochRange;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A filter of sales; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacySaleQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacySaleQuery {

    /** Returns the range of creation. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> createdAt();

    /** Returns the id of the warehouse; known from a live client, not from the reference. */
    OptionalLong warehouseId();

    /** Returns the query that finds all. */
    static LegacySaleQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLegacySaleQuery.Builder {
        Builder() {}

        /** Restricts the time of creation: from this time on. */
        public Builder createdSince(Instant from) {
            return createdAt(TimeRange.since(from));
        }

        /**
         * Restricts the time of creation to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder createdBetween(Instant from, Instant to) {
            return createdAt(TimeRange.between(from, to));
        }
    }
}
