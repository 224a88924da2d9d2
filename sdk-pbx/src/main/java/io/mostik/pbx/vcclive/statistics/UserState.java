package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** One change of the state of a user. The vendor publishes its fields in part. */
@Value.Immutable
@JsonDeserialize(builder = UserState.Builder.class)
public interface UserState extends Model {

    /** Returns the name of the user. */
    @Redacted
    Optional<String> name();

    /** Returns the state before. */
    @JsonProperty("prevstate")
    Optional<String> previousState();

    /** Returns when the state before began, as the vendor writes it. */
    @JsonProperty("prevtime")
    Optional<String> previousTime();

    /** Returns how many seconds the state lasted. */
    OptionalLong duration();

    /** Returns the code of a break. */
    @JsonProperty("auxid")
    OptionalLong auxId();

    /** Returns the id of a chat. */
    @JsonProperty("chatid")
    Optional<String> chatId();

    /** Returns the id of an e-mail. */
    @JsonProperty("emailid")
    Optional<String> emailId();

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    OptionalLong numberId();

    /** Returns whether the connection was lost. */
    @JsonProperty("connection_lost")
    Optional<Boolean> connectionLost();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableUserState.Builder {
        Builder() {}
    }
}
