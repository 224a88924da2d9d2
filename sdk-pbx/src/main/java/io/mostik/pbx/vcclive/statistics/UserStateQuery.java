package io.mostik.pbx.vcclive.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which changes of state to tell. */
@Value.Immutable
public interface UserStateQuery {

    /** Returns the first day. */
    LocalDate firstDay();

    /** Returns the last day. */
    LocalDate lastDay();

    /** Returns ids of projects; all by default. */
    List<Long> projects();

    /** Returns ids of users; all by default. */
    List<Long> users();

    /** Returns in which order. */
    Optional<SortOrder> order();

    /** Refuses days in the wrong order. */
    @Value.Check
    default void check() {
        if (lastDay().isBefore(firstDay())) {
            throw new IllegalArgumentException("lastDay must not be before firstDay");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableUserStateQuery.Builder {
        Builder() {}
    }
}
