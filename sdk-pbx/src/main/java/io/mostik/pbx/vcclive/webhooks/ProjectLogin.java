package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.immutables.value.Value;

/** An agent wants to log in to projects, and waits for the answer. */
@Value.Immutable
@JsonDeserialize(builder = ProjectLogin.Builder.class)
public non-sealed interface ProjectLogin extends VccEvent, Model {

    /** Returns the id of the primary project. */
    long projectId();

    /** Returns the ids of the further projects. */
    List<Long> secondaryProjectIds();

    /** Returns the id of the agent. */
    OptionalLong userId();

    /** Returns the login name of the agent. */
    Optional<String> username();

    /** Returns the id of the agent's group of rights. */
    OptionalLong groupId();

    /** Returns data of the account itself. */
    @Redacted(keys = true)
    Map<String, Json> customData();

    /** Returns the ids of all projects asked for, the primary one first. */
    default Set<Long> projectIds() {
        Set<Long> ids = new LinkedHashSet<>();
        ids.add(projectId());
        ids.addAll(secondaryProjectIds());
        return ids;
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableProjectLogin.Builder {
        Builder() {}
    }
}
