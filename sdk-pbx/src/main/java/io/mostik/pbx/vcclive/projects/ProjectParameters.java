package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.List;
import org.immutables.value.Value;

/** What a project is made of. */
@Value.Immutable
@JsonDeserialize(builder = ProjectParameters.Builder.class)
public interface ProjectParameters extends Model {

    /** Returns its custom fields. */
    List<ProjectField> fields();

    /** Returns its dispositions. */
    List<ProjectDisposition> dispositions();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the parameters. */
    final class Builder extends ImmutableProjectParameters.Builder {
        Builder() {}
    }
}
