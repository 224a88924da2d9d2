package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A user as webhooks show one; the list of users has other names for the same. */
@Value.Immutable
@JsonDeserialize(builder = EventUser.Builder.class)
public interface EventUser extends Model {

    /** Returns the id. */
    @JsonProperty("userid")
    OptionalLong userId();

    /** Returns the login name. */
    Optional<String> username();

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the number under which to reach the user. */
    @Redacted
    Optional<String> contactPhone();

    /** Returns the number of the mobile application. */
    @Redacted
    Optional<String> mobilePhone();

    /** Returns the id of the project of the mobile application. */
    OptionalLong mobileProjectId();

    /** Returns the number shown when the user calls. */
    @Redacted
    Optional<String> outboundPhone();

    /** Returns the extension. */
    Optional<String> extension();

    /** Returns whether the user makes calls. */
    Optional<Boolean> isAgent();

    /** Returns the id of the group of rights. */
    OptionalLong privGroup();

    /** Returns {@code active} or {@code inactive}. */
    Optional<String> state();

    /** Returns the hourly wage. */
    @Redacted
    Optional<String> hourly();

    /** Returns the monthly wage. */
    @Redacted
    Optional<String> monthly();

    /** Returns the kinds of notices the user gets. */
    List<String> messageLists();

    /** Returns whether shared call-backs are passed on to the user. */
    Optional<Boolean> redistribution();

    /** Returns how the phone registers, such as {@code sip-tcp}. */
    Optional<String> registerTransport();

    /** Returns the sample rate. */
    Optional<String> sampleRate();

    /** Returns the new password; sent only when one was set and bodies are encrypted. */
    Optional<SentSecret> password();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an user. */
    final class Builder extends ImmutableEventUser.Builder {
        Builder() {}
    }
}
