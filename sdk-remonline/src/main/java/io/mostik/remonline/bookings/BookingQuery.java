package io.mostik.remonline.bookings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of bookings; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableBookingQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface BookingQuery {

    /** Returns ids of locations. */
    List<Long> branches();

    /** Returns ids of bookings. */
    List<Long> ids();

    /** Returns their status. */
    List<BookingStatus> statuses();

    /** Returns ids of executors. */
    List<Long> assignees();

    /** Returns ids of clients. */
    List<Long> clientsIds();

    /** Returns names of clients. */
    @Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Redacted
    List<String> clientPhones();

    /** Returns the range of creation. */
    Optional<TimeRange> createdAt();

    /** Returns the range of the last change. */
    Optional<TimeRange> modifiedAt();

    /** Returns the range of the visit or start. */
    Optional<TimeRange> scheduledFor();

    /** Returns the order of the list; the vendor does not list the fields. */
    Optional<Sort> sort();

    /** Returns the query that finds all. */
    static BookingQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableBookingQuery.Builder {
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

        /** Restricts the time of the visit or start: from this time on. */
        public Builder scheduledSince(Instant from) {
            return scheduledFor(TimeRange.since(from));
        }

        /**
         * Restricts the time of the visit or start to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder scheduledBetween(Instant from, Instant to) {
            return scheduledFor(TimeRange.between(from, to));
        }
    }
}
