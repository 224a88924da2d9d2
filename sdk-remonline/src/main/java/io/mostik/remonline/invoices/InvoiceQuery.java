package io.mostik.remonline.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which invoices to list. What is left out does not restrict. */
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

    /** Returns one time (from) or two (from, to) of creation. */
    List<Instant> createdAt();

    /** Returns the same of the last change. */
    List<Instant> modifiedAt();

    /** Returns the same of the issue. */
    List<Instant> issueDate();

    /** Returns the same of the deadline. */
    List<Instant> dueDate();

    /** Returns the field to sort by, with a minus for descending; the vendor does not list the fields. */
    Optional<String> sort();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2
                || modifiedAt().size() > 2
                || issueDate().size() > 2
                || dueDate().size() > 2) {
            throw new IllegalArgumentException(
                    "createdAt, modifiedAt, issueDate, dueDate take one time (from) or two (from, to)");
        }
    }

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
    }
}
