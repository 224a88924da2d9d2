package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** One e-mail in the log of a project. Times without Utc in their name are the account's local times. */
@Value.Immutable
@JsonDeserialize(builder = EmailEntry.Builder.class)
public interface EmailEntry extends Model {

    /** Returns its id. */
    long emailId();

    /** Returns the id of its queue. */
    OptionalLong queueId();

    /** Returns its subject. */
    @Redacted
    Optional<String> subject();

    /** Returns its title. */
    @Redacted
    Optional<String> title();

    /** Returns to whom it went. */
    @Redacted
    @JsonProperty("to")
    Optional<String> recipient();

    /** Returns from whom it came. */
    @Redacted
    @JsonProperty("from")
    Optional<String> sender();

    /** Returns the address it came from. */
    @Redacted
    Optional<String> fromAddress();

    /** Returns its first line. */
    @Redacted
    Optional<String> firstLine();

    /** Returns when it was received. */
    Optional<LocalDateTime> receivedTime();

    /** Returns when it was received. */
    @JsonProperty("receivedTime_utc")
    Optional<Instant> receivedTimeUtc();

    /** Returns when an agent took it. */
    Optional<LocalDateTime> lockTime();

    /** Returns when an agent took it. */
    @JsonProperty("lockTime_utc")
    Optional<Instant> lockTimeUtc();

    /** Returns its size. */
    OptionalLong emailSize();

    /** Returns whether it is spam. */
    Optional<Boolean> isSpam();

    /** Returns whether it holds a virus. */
    Optional<Boolean> isVirus();

    /** Returns whether it came in or went out. */
    Optional<CdrDirection> direction();

    /** Returns the id of its disposition. */
    OptionalLong dispositionId();

    /** Returns the name of its disposition. */
    Optional<String> dispositionName();

    /** Returns the id of its template. */
    OptionalLong templateId();

    /** Returns the name of its template. */
    Optional<String> templateName();

    /** Returns the code of its delivery. */
    Optional<String> diagnosticCode();

    /** Returns the id of the agent who took it. */
    OptionalLong lockUser();

    /** Returns the number of its ticket. */
    Optional<String> ticketNo();

    /** Returns the id of its ticket. */
    OptionalLong ticketId();

    /** Returns the id of its contact. */
    OptionalLong contactId();

    /** Returns the name in it. */
    @Redacted
    Optional<String> name();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry. */
    final class Builder extends ImmutableEmailEntry.Builder {
        Builder() {}
    }
}
