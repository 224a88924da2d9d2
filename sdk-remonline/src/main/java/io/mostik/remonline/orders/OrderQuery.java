package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Which orders to list. What is left out does not restrict; several values of one filter mean any of them. */
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
    @Value.Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Value.Redacted
    List<String> clientPhones();

    /** Returns marks of assets, such as serial numbers. */
    List<String> assetUid();

    /** Returns one time (from) or two (from, to) of creation. */
    List<Instant> createdAt();

    /** Returns one time (from) or two (from, to) of the last change. */
    List<Instant> modifiedAt();

    /** Returns the same of the visit. */
    List<Instant> scheduledFor();

    /** Returns the same of the deadline. */
    List<Instant> dueDate();

    /** Returns the same of the closing; sent by a live client, documented for the generation before only. */
    List<Instant> closedAt();

    /** Returns the order: {@code id}, {@code modified_at}, {@code scheduled_for}, {@code due_date}, or with a minus. */
    Optional<String> sort();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (Stream.of(createdAt(), modifiedAt(), scheduledFor(), dueDate(), closedAt())
                .anyMatch(range -> range.size() > 2)) {
            throw new IllegalArgumentException("createdAt, modifiedAt, scheduledFor, dueDate and closedAt take one time"
                    + " (from) or two (from, to)");
        }
    }

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
    }
}
