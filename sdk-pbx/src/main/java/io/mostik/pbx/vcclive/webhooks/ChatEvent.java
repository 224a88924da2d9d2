package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * An agent closed a chat. Holds the whole conversation, so it may be longer than the 1 MB that a receiver takes: raise its
 * {@code largestBody} where chats are long. One that comes again with other content is a correction.
 *
 * @see <a href="https://vcc.live/?p=46317">the vendor's page</a>
 */
@Value.Immutable
@JsonDeserialize(builder = ChatEvent.Builder.class)
public non-sealed interface ChatEvent extends VccEvent, Model {

    /** Returns its id, which is unique within the project. */
    long chatId();

    /** Returns the id of the project. */
    OptionalLong projectId();

    /** Returns the id of the ticket that it belongs to. */
    OptionalLong ticketId();

    /** Returns the name of the first agent. */
    @Redacted
    Optional<String> firstAgentName();

    /** Returns the name of the last agent. */
    @Redacted
    Optional<String> lastAgentName();

    /** Returns the name of the first queue. */
    Optional<String> firstQueueName();

    /** Returns the name of the last queue. */
    Optional<String> lastQueueName();

    /** Returns the id of the record; the vendor describes {@link #contactId} in the same words. */
    OptionalLong entityId();

    /** Returns the id of the contact. */
    OptionalLong contactId();

    /** Returns how it ended. */
    Optional<ChatDisposition> disposition();

    /** Returns where it began, in a word of the vendor. */
    Optional<String> platform();

    /** Returns the address of the visitor of a web chat. */
    @Redacted
    Optional<String> ipAddress();

    /** Returns whether it is spam. */
    Optional<Boolean> isSpam();

    /** Returns how it stands to the service level, in a word of the vendor. */
    Optional<String> slaStatus();

    /** Returns all messages. */
    List<ChatMessage> conversation();

    /** Returns all custom fields of the record by name, and under {@code contacts} its contacts by phone slot. */
    @Redacted(keys = true)
    Map<String, Json> clientData();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableChatEvent.Builder {
        Builder() {}
    }
}
