package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A user was added or changed; both have one shape, and the state before tells them apart. */
@Value.Immutable
@JsonDeserialize(builder = UserEvent.Builder.class)
public non-sealed interface UserEvent extends VccEvent, Model {

    /** Returns the user now. */
    @JsonProperty("new")
    EventUser current();

    /** Returns the user before; empty for a new one. */
    @JsonProperty("old")
    Optional<EventUser> previous();

    /** Returns when. */
    Optional<EventTime> timestamp();

    /** Returns whether the user is a new one. */
    default boolean isCreated() {
        return previous().isEmpty();
    }

    /**
     * Returns what stays the same when the event is sent again, and differs between changes, also of the same second. Two
     * equal changes of a user without a time look the same, and so do two that set a password only.
     */
    default String deliveryKey() {
        return DeliveryKey.of(
                "user",
                current().userId().toString(),
                timestamp().map(EventTime::value).orElse(""),
                Boolean.toString(isCreated()),
                UserContent.of(current()),
                previous().map(UserContent::of).orElse(""));
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableUserEvent.Builder {
        Builder() {}
    }
}
