package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Something that happened to a subscriber. */
@Value.Immutable
@JsonDeserialize(builder = SubscriberEvent.Builder.class)
public interface SubscriberEvent extends Model {

    /** Returns its id. */
    String id();

    /** Returns whose it is. */
    @Redacted
    Optional<String> email();

    /** Returns when, in a zone that the vendor does not say; Europe/Budapest fits. */
    @JsonProperty("happened_at")
    Optional<LocalDateTime> happenedAt();

    /** Returns what happened. */
    Optional<EventType> type();

    /** Returns the letter; on letters only. */
    @JsonProperty("email_id")
    OptionalLong emailId();

    /** Returns the name of the letter; on letters only. */
    @JsonProperty("letter_name")
    Optional<String> letterName();

    /** Returns the timing; on letters only. */
    @JsonProperty("send_id")
    OptionalLong sendId();

    /** Returns the subject; on letters only. */
    @Redacted
    Optional<String> subject();

    /** Returns the link; on clicks only. */
    @Redacted
    Optional<String> link();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableSubscriberEvent.Builder {
        Builder() {}
    }
}
