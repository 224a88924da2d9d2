package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.EpochRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of postings; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutablePostingQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface PostingQuery {

    /** Returns ids of warehouses. */
    List<Long> warehouseIds();

    /** Returns ids of suppliers. */
    List<Long> supplierIds();

    /** Returns ids of postings. */
    List<Long> ids();

    /** Returns the range of creation. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> createdAt();

    /** Returns the query that finds all. */
    static PostingQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutablePostingQuery.Builder {
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
