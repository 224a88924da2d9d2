package io.mostik.remonline.bookings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which bookings to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableBookingQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface BookingQuery {

    /** Returns ids of locations. */
    List<Long> branches();

    /** Returns ids of bookings. */
    List<Long> ids();

    /** Returns where they stand. */
    List<BookingStatus> statuses();

    /** Returns ids of executors. */
    List<Long> assignees();

    /** Returns ids of clients. */
    List<Long> clientsIds();

    /** Returns names of clients. */
    @Value.Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Value.Redacted
    List<String> clientPhones();

    /** Returns one time (from) or two (from, to) of creation. */
    List<Instant> createdAt();

    /** Returns the same of the last change. */
    List<Instant> modifiedAt();

    /** Returns the same of the start. */
    List<Instant> scheduledFor();

    /** Returns the field to sort by, with a minus for descending; the vendor does not list the fields. */
    Optional<String> sort();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2 || modifiedAt().size() > 2 || scheduledFor().size() > 2) {
            throw new IllegalArgumentException(
                    "createdAt, modifiedAt, scheduledFor take one time (from) or two (from, to)");
        }
    }

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
    }
}
