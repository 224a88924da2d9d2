package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** Which invoices to list. What is left out does not restrict. */
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
    @Value.Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Value.Redacted
    List<String> clientPhones();

    /** Returns ids of payers. */
    List<Long> payerIds();

    /** Returns names of payers. */
    @Value.Redacted
    List<String> payerNames();

    /** Returns phones of payers. */
    @Value.Redacted
    List<String> payerPhones();

    /** Returns ids of managers. */
    List<Long> managerIds();

    /** Returns one time (from) or two (from, to) of creation. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> createdAt();

    /** Returns the same of the issue. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> issueDate();

    /** Returns the same of the deadline. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> dueDate();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2 || issueDate().size() > 2 || dueDate().size() > 2) {
            throw new IllegalArgumentException("createdAt, issueDate, dueDate take one time (from) or two (from, to)");
        }
    }

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
    }
}
