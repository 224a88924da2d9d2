package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.EpochRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of invoices; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacyInvoiceQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacyInvoiceQuery {

    /** Returns ids of invoices. */
    List<Long> ids();

    /** Returns numbers of documents. */
    List<String> idLabels();

    /** Returns statuses: 0 draft, 1 issued, 2 paid, 3 declined. */
    List<Integer> statuses();

    /** Returns ids of clients. The vendor spells it so here, and otherwise elsewhere. */
    List<Long> clientIds();

    /** Returns names of clients. */
    @Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Redacted
    List<String> clientPhones();

    /** Returns ids of payers. */
    List<Long> payerIds();

    /** Returns names of payers. */
    @Redacted
    List<String> payerNames();

    /** Returns phones of payers. */
    @Redacted
    List<String> payerPhones();

    /** Returns ids of managers. */
    List<Long> managerIds();

    /** Returns the range of creation. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> createdAt();

    /** Returns the range of the issue. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> issueDate();

    /** Returns the range of the deadline. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> dueDate();

    /** Returns the query that finds all. */
    static LegacyInvoiceQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLegacyInvoiceQuery.Builder {
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
