package io.mostik.remonline.tasks;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A task of employees. Only its id is known for certain; what the SDK does not know is in {@code unknown()}. */
@Value.Immutable
@JsonDeserialize(builder = Task.Builder.class)
public interface Task extends Model {

    /** Returns its id. */
    long id();

    /** Returns what is to be done. */
    @Redacted
    Optional<String> title();

    /** Returns the details. */
    @Redacted
    Optional<String> description();

    /** Returns until when. */
    @JsonAlias("deadline_at")
    Optional<Instant> deadline();

    /** Returns who is to do it. */
    Optional<Json> assignees();

    /** Returns what it is about. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<RelatedObject> relObj();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a task. */
    final class Builder extends ImmutableTask.Builder {
        Builder() {}
    }
}
