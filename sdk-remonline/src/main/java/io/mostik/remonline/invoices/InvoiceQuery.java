package io.mostik.remonline.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A filter of invoices; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableInvoiceQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface InvoiceQuery {

    /** Returns the id of the legal entity. */
    OptionalLong legalEntityId();

    /** Returns ids of invoices. */
    List<Long> ids();

    /** Returns numbers of documents. */
    List<String> numbers();

    /** Returns the method of payment; its values are not documented. */
    Optional<String> paymentMethod();

    /** Returns ids of statuses. */
    List<Long> statuses();

    /** Returns ids of clients. The vendor spells it so here, and otherwise elsewhere. */
    List<Long> clientIds();

    /** Returns ids of payers. */
    List<Long> payerIds();

    /** Returns ids of managers. */
    List<Long> managers();

    /** Returns the range of creation. */
    Optional<TimeRange> createdAt();

    /** Returns the range of the last change. */
    Optional<TimeRange> modifiedAt();

    /** Returns the range of the issue. */
    Optional<TimeRange> issueDate();

    /** Returns the range of the deadline. */
    Optional<TimeRange> dueDate();

    /** Returns the order of the list; the vendor does not list the fields. */
    Optional<Sort> sort();

    /** Returns the query that finds all. */
    static InvoiceQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableInvoiceQuery.Builder {
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

        /** Restricts the time of the issue: from this time on. */
        public Builder issuedSince(Instant from) {
            return issueDate(TimeRange.since(from));
        }

        /**
         * Restricts the time of the issue to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder issuedBetween(Instant from, Instant to) {
            return issueDate(TimeRange.between(from, to));
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
    }
}
