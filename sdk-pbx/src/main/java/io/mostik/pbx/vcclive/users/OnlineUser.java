package io.mostik.pbx.vcclive.users;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A user who is logged in. */
@Value.Immutable
@JsonDeserialize(builder = OnlineUser.Builder.class)
public interface OnlineUser extends Model {

    /** Returns the id. */
    @JsonAlias("userid")
    long userId();

    /** Returns the login name. */
    Optional<String> username();

    /** Returns what the user is doing. */
    Optional<AgentState> state();

    /** Returns for how many seconds. */
    OptionalLong stateDuration();

    /** Returns since when. */
    Optional<Instant> stateChangedAt();

    /** Returns whether the soft limit of the state is reached. */
    Optional<Boolean> softLimitReached();

    /** Returns whether the hard limit of the state is reached. */
    Optional<Boolean> hardLimitReached();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an user. */
    final class Builder extends ImmutableOnlineUser.Builder {
        Builder() {}
    }
}
