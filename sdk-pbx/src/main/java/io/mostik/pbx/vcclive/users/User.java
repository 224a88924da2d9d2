package io.mostik.pbx.vcclive.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A user of the account. */
@Value.Immutable
@JsonDeserialize(builder = User.Builder.class)
public interface User extends Model {

    /** Returns the id. */
    @JsonProperty("userid")
    long userId();

    /** Returns the login name. */
    Optional<String> username();

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns whether the user may log in. */
    Optional<UserStatus> status();

    /** Returns the extension. */
    Optional<String> extension();

    /** Returns whether the user makes calls. */
    @JsonProperty("is_agent")
    Optional<Boolean> isAgent();

    /** Returns the hourly wage. */
    @Redacted
    Optional<BigDecimal> hourly();

    /** Returns the id of the group of rights. */
    @JsonProperty("groupid")
    OptionalLong groupId();

    /** Returns the name of the group of rights, such as {@code operator}. */
    @JsonProperty("group_name")
    Optional<String> groupName();

    /** Returns the names of the teams, with commas between them. */
    @JsonProperty("teams_name")
    Optional<String> teamsName();

    /** Returns the ids of the projects. */
    List<String> projectIds();

    /** Returns data of the account itself. */
    @Redacted(keys = true)
    @JsonProperty("custom_data")
    Map<String, Json> customData();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an user. */
    final class Builder extends ImmutableUser.Builder {
        Builder() {}
    }
}
