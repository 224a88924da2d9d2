package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A project, active or not, or a folder of projects. */
@Value.Immutable
@JsonDeserialize(builder = Project.Builder.class)
public interface Project extends Model {

    /** Returns its id. */
    @JsonProperty("projectid")
    long projectId();

    /** Returns its name. */
    Optional<String> name();

    /** Returns whether it is in use. */
    Optional<ProjectStatus> status();

    /** Returns the id of the folder it lies in. */
    @JsonProperty("folderid")
    OptionalLong folderId();

    /** Returns whether it is a folder rather than a project. */
    Optional<Boolean> container();

    /** Returns the name of the folder. */
    Optional<String> folder();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a project. */
    final class Builder extends ImmutableProject.Builder {
        Builder() {}
    }
}
