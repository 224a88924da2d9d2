package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A ticket as an event shows it: of one that was changed only what changed, and which ticket it is. An attribute that is
 * missing here is as it was, whatever that is; {@link #isTold} says whether it came. The vendor's page may not list all of
 * them: the rest is kept as unknown.
 */
@Value.Immutable
@JsonDeserialize(builder = Ticket.Builder.class)
public interface Ticket extends Model {

    /** Returns its id, which is unique within the project. */
    OptionalLong ticketId();

    /** Returns the number that the vendor gave it. */
    Optional<String> ticketNo();

    /** Returns the id of the project. */
    OptionalLong projectId();

    /** Returns the name of the project. */
    Optional<String> projectName();

    /** Returns the id of the record; the vendor describes {@link #contactId} in the same words. */
    OptionalLong entityId();

    /** Returns the id of the contact. */
    OptionalLong contactId();

    /** Returns the title. */
    @Redacted
    Optional<String> title();

    /** Returns the account's word for the type. */
    Optional<String> type();

    /** Returns the description. */
    @Redacted
    Optional<String> description();

    /** Returns when it was opened first. The vendor's page contradicts itself about the form, so numbers are read too. */
    Optional<EventTime> firstOpenTime();

    /** Returns when it was opened last. */
    Optional<EventTime> lastOpenTime();

    /** Returns until when it should be done. */
    Optional<EventTime> softDeadline();

    /** Returns the state: {@code park}, {@code closed}, and others that are not published. */
    Optional<String> status();

    /** Returns the state in detail, such as {@code waiting4agent}, {@code successful} or {@code unsuccessful}. */
    Optional<String> substatus();

    /** Returns the id of the user who made it. */
    OptionalLong createdUserId();

    /** Returns the name of the user who made it. */
    @Redacted
    Optional<String> createdUserName();

    /** Returns the vendor's names of all attributes that came, also of those that were emptied. */
    @JsonProperty(TOLD)
    List<String> told();

    /** Name under which {@link #told} is read. */
    String TOLD = "mostik.told";

    /**
     * Returns whether an attribute came; if so and its value is empty, it was emptied.
     *
     * @param attribute the vendor's name, such as {@code status}
     */
    default boolean isTold(String attribute) {
        return told().contains(attribute);
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a ticket. */
    final class Builder extends ImmutableTicket.Builder {
        Builder() {}
    }
}
