package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A disposition that agents can set in a project. The vendor publishes only its assessment; all else is kept as unknown. */
@Value.Immutable
@JsonDeserialize(builder = ProjectDisposition.Builder.class)
public interface ProjectDisposition extends Model {

    /** Returns what it says about the call. */
    @JsonAlias("assesment")
    Optional<Assessment> assessment();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a disposition. */
    final class Builder extends ImmutableProjectDisposition.Builder {
        Builder() {}
    }
}
