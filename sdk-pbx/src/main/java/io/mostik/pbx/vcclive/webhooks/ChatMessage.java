package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** One message of a chat. */
@Value.Immutable
@JsonDeserialize(builder = ChatMessage.Builder.class)
public interface ChatMessage extends Model {

    /** Returns who wrote it. */
    @Redacted
    @JsonProperty("from")
    Optional<String> sender();

    /** Returns when; the form is not published. */
    Optional<EventTime> date();

    /** Returns the text. */
    @Redacted
    Optional<String> message();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a message. */
    final class Builder extends ImmutableChatMessage.Builder {
        Builder() {}
    }
}
