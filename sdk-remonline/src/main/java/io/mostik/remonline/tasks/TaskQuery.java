package io.mostik.remonline.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which tasks to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableTaskQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface TaskQuery {

    /** Returns ids of who made them. */
    List<Long> authorIds();

    /** Returns ids of who is to do them. */
    List<Long> assigneeIds();

    /** Returns one time (from) or two (from, to) of the deadline. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> deadlineAt();

    /** Returns {@code asc} or {@code desc}. */
    Optional<String> sortDir();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (deadlineAt().size() > 2) {
            throw new IllegalArgumentException("deadlineAt take one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static TaskQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableTaskQuery.Builder {
        Builder() {}
    }
}
