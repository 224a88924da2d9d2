package io.mostik.remonline.inquiries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.EpochRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of leads; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLeadQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LeadQuery {

    /** Returns ids of leads. */
    List<Long> ids();

    /** Returns numbers of documents. */
    List<String> idLabels();

    /** Returns ids of statuses. */
    List<Long> statuses();

    /** Returns ids of managers. */
    List<Long> managers();

    /** Returns names of clients. */
    @Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Redacted
    List<String> clientPhones();

    /** Returns the range of creation. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> createdAt();

    /** Returns the range of the last change. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> modifiedAt();

    /** Returns the range of the closing. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> closedAt();

    /** Returns the query that finds all. */
    static LeadQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLeadQuery.Builder {
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

        /** Restricts the time of the last change: from this time on. */
        public Builder modifiedSince(Instant from) {
            return modifiedAt(TimeRange.since(from));
        }

        /**
         * Restricts the time of the last change to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder modifiedBetween(Instant from, Instant to) {
            return modifiedAt(TimeRange.between(from, to));
        }

        /** Restricts the time of the closing: from this time on. */
        public Builder closedSince(Instant from) {
            return closedAt(TimeRange.since(from));
        }

        /**
         * Restricts the time of the closing to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder closedBetween(Instant from, Instant to) {
            return closedAt(TimeRange.between(from, to));
        }
    }
}
