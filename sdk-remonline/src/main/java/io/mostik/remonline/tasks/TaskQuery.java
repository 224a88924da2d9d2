package io.mostik.remonline.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.common.SortDirection;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.EpochRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of tasks; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableTaskQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface TaskQuery {

    /** Returns ids of who made them. */
    List<Long> authorIds();

    /** Returns ids of who is to do them. */
    List<Long> assigneeIds();

    /** Returns the range of the deadline. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> deadlineAt();

    /** Returns the direction of the list. */
    Optional<SortDirection> sortDir();

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

        /** Restricts the time of the deadline: from this time on. */
        public Builder deadlineSince(Instant from) {
            return deadlineAt(TimeRange.since(from));
        }

        /**
         * Restricts the time of the deadline to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder deadlineBetween(Instant from, Instant to) {
            return deadlineAt(TimeRange.between(from, to));
        }
    }
}
