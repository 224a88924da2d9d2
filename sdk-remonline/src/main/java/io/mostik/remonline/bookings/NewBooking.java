package io.mostik.remonline.bookings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A booking to make. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewBooking.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewBooking {

    /** Returns the id of the location. */
    long branchId();

    /** Returns the id of the executor; documented as required, though a live client leaves it out. */
    OptionalLong assigneeId();

    /** Returns the id of the client. */
    long clientId();

    /** Returns the start; sent to the second. */
    Instant scheduledFor();

    /** Returns the end; sent to the second. */
    Instant scheduledTo();

    /** Returns the id of the calendar resource. */
    OptionalLong resourceId();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Refuses a slot that ends before it starts. */
    @Value.Check
    default void check() {
        if (scheduledTo().isBefore(scheduledFor())) {
            throw new IllegalArgumentException("scheduledTo lies before scheduledFor");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a booking to make. */
    final class Builder extends ImmutableNewBooking.Builder {
        Builder() {}
    }
}
