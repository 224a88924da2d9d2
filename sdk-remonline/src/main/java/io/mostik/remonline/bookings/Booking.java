package io.mostik.remonline.bookings;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Named;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A booking of a time slot. Ids come flat or inside of objects, depending on the answer. */
@Value.Immutable
@JsonDeserialize(builder = Booking.Builder.class)
public interface Booking extends Model {

    /** Returns its id. */
    long id();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns its status; see {@link BookingStatus}. */
    OptionalLong statusId();

    /** Returns the name of its status. */
    Optional<Named> status();

    /** Returns the id of the executor. */
    OptionalLong assigneeId();

    /** Returns the executor. */
    Optional<Named> assignee();

    /** Returns the id of the client. */
    OptionalLong clientId();

    /** Returns the client. */
    Optional<Named> client();

    /** Returns the id of the calendar resource. */
    OptionalLong resourceId();

    /** Returns the calendar resource. */
    Optional<Named> resource();

    /** Returns the start. */
    Optional<Instant> scheduledFor();

    /** Returns the end. */
    Optional<Instant> scheduledTo();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a booking. */
    final class Builder extends ImmutableBooking.Builder {
        Builder() {}
    }
}
