package io.mostik.remonline.bookings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Changes to a booking; absent properties keep their value. */
@Value.Immutable
@JsonSerialize(as = ImmutableBookingUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface BookingUpdate {

    /** Returns its new status. */
    Optional<BookingStatus> statusId();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns the id of the executor. */
    OptionalLong assigneeId();

    /** Returns the id of the client. */
    OptionalLong clientId();

    /** Returns the start; sent to the second. */
    Optional<Instant> scheduledFor();

    /** Returns the end; sent to the second. */
    Optional<Instant> scheduledTo();

    /** Returns the id of the calendar resource. */
    OptionalLong resourceId();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableBookingUpdate.Builder {
        Builder() {}
    }
}
