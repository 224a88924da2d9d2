package io.mostik.remonline.webhooks;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Something happened in RemOnline. Its signature covers the id only: treat the rest as a hint, and read the object again
 * before acting on money or a status.
 */
@Value.Immutable
@JsonDeserialize(builder = RemOnlineEvent.Builder.class)
public interface RemOnlineEvent extends Model {

    /** Returns its id, the same when it is sent again. */
    String id();

    /** Returns what happened. */
    Optional<EventName> eventName();

    /** Returns when, to the microsecond; {@code created_at_ts}, the same as a number, is among the unknown fields. */
    Optional<Instant> createdAt();

    /** Returns what it happened to: {@code object_id} and {@code object_type}; nothing if the vendor left it out. */
    @Value.Default
    default Json context() {
        return Json.of(null);
    }

    /**
     * Returns the details by name; their shape depends on the event, and the vendor prints that of a status change only.
     * Those of a list, as PHP writes an empty object, are named by their place, such as {@code #0}.
     */
    @JsonDeserialize(using = MetadataReader.class)
    Map<String, Json> metadata();

    /** Returns the id of what it happened to, if it says so. */
    default OptionalLong objectId() {
        return context().get("object_id").wholeNumber().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Returns whether it happened to an object of this type, such as {@code order}. */
    default boolean isAbout(String objectType) {
        return context()
                .get("object_type")
                .text()
                .filter(objectType::equalsIgnoreCase)
                .isPresent();
    }

    /** Returns whether it tells that something was deleted: what the id named cannot be read any more. */
    default boolean isDeletion() {
        return eventName().filter(EventName::isDeletion).isPresent();
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableRemOnlineEvent.Builder {
        Builder() {}
    }
}
