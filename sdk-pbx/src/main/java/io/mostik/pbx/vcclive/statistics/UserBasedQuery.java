package io.mostik.pbx.vcclive.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which statistics of users to tell. */
@Value.Immutable
public interface UserBasedQuery {

    /** Returns the first day. */
    LocalDate firstDay();

    /** Returns the last day. */
    LocalDate lastDay();

    /** Returns what they are broken down by: project, user, date, time. */
    List<Dimension> dimensions();

    /** Returns ids of projects; the active ones by default. */
    List<Long> projects();

    /** Returns ids of users; all by default, system users too. */
    List<Long> users();

    /** Returns whether to leave out system users; not by default. */
    Optional<Boolean> hideSystemUsers();

    /** Returns names of the figures to tell, such as {@code ticketCreated}. */
    List<String> fields();

    /** Returns the id of a set of columns. */
    OptionalLong preset();

    /** Refuses days in the wrong order. */
    @Value.Check
    default void check() {
        if (lastDay().isBefore(firstDay())) {
            throw new IllegalArgumentException("lastDay must not be before firstDay");
        }
        if (dimensions().isEmpty()) {
            throw new IllegalArgumentException("dimensions must not be empty");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableUserBasedQuery.Builder {
        Builder() {}
    }
}
