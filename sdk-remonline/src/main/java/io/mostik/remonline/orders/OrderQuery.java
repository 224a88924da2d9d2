package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which orders to list. An absent property does not restrict; several values of one filter mean any of them. */
@Value.Immutable
@JsonSerialize(as = ImmutableOrderQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface OrderQuery {

    /** Returns ids of orders. More than 50 are asked for in parts, as are the values of any other filter. */
    List<Long> ids();

    /** Returns numbers of documents. */
    List<String> numbers();

    /** Returns ids of statuses. */
    List<Long> statuses();

    /** Returns ids of locations. */
    List<Long> branches();

    /** Returns ids of order types. */
    List<Long> types();

    /** Returns ids of managers. */
    List<Long> managers();

    /** Returns ids of clients. The vendor spells it so here, and otherwise elsewhere. */
    List<Long> clientsIds();

    /** Returns names of clients. */
    @Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Redacted
    List<String> clientPhones();

    /** Returns marks of assets, such as serial numbers. */
    List<String> assetUid();

    /** Returns the range of creation. */
    Optional<TimeRange> createdAt();

    /** Returns the range of the last change. */
    Optional<TimeRange> modifiedAt();

    /** Returns the range of the visit or start. */
    Optional<TimeRange> scheduledFor();

    /** Returns the range of the deadline. */
    Optional<TimeRange> dueDate();

    /** Returns the range of the closing; sent by a live client, documented for the generation before only. */
    Optional<TimeRange> closedAt();

    /** Returns the order of the list. */
    Optional<Sort> sort();

    /** Returns the query that finds all orders. */
    static OrderQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableOrderQuery.Builder {
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

        /** Restricts the time of the deadline: from this time on. */
        public Builder dueSince(Instant from) {
            return dueDate(TimeRange.since(from));
        }

        /**
         * Restricts the time of the deadline to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder dueBetween(Instant from, Instant to) {
            return dueDate(TimeRange.between(from, to));
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
