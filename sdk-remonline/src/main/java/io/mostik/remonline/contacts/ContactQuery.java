package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of people or organisations; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableContactQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface ContactQuery {

    /** Returns names. */
    @Redacted
    List<String> names();

    /** Returns phones. */
    @Redacted
    List<String> phones();

    /** Returns addresses of e-mail; sent by a live client, not documented for version 2. */
    @Redacted
    List<String> emails();

    /** Returns ids of managers. */
    List<Long> managers();

    /** Returns the range of creation. */
    Optional<TimeRange> createdAt();

    /** Returns the range of the last change. */
    Optional<TimeRange> modifiedAt();

    /** Returns the order of the list. */
    Optional<Sort> sort();

    /** Returns the query that finds all. */
    static ContactQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableContactQuery.Builder {
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
    }
}
