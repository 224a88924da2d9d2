package io.mostik.remonline.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A task to create, or its new values. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewTask.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewTask {

    /** Returns what is to be done. */
    @Redacted
    String title();

    /** Returns until when; sent to the second. */
    Instant deadline();

    /** Returns the ids of who is to do it; at least one. */
    List<Long> assignees();

    /** Returns the details. */
    @Redacted
    Optional<String> description();

    /** Returns what it is about. */
    Optional<RelatedObject> relObj();

    /** Refuses a task for nobody. */
    @Value.Check
    default void check() {
        if (assignees().isEmpty()) {
            throw new IllegalArgumentException("assignees must name at least one");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a task to make. */
    final class Builder extends ImmutableNewTask.Builder {
        Builder() {}
    }
}
