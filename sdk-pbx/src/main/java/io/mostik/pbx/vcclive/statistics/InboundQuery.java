package io.mostik.pbx.vcclive.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Which statistics of inbound calls to tell. */
@Value.Immutable
public interface InboundQuery {

    /** Returns the first day. */
    LocalDate firstDay();

    /** Returns the last day. */
    LocalDate lastDay();

    /** Returns what they are broken down by: project, queue, date. */
    List<Dimension> dimensions();

    /** Returns ids of projects; all by default. */
    List<Long> projects();

    /** Returns ids of teams; all by default. */
    List<Long> teams();

    /** Returns within how many seconds a call should be answered; 30 by default. */
    OptionalInt slaSeconds();

    /** Refuses days in the wrong order. */
    @Value.Check
    default void check() {
        if (lastDay().isBefore(firstDay())) {
            throw new IllegalArgumentException("lastDay must not be before firstDay");
        }
        if (dimensions().isEmpty()) {
            throw new IllegalArgumentException("dimensions must not be empty");
        }
        if (slaSeconds().isPresent() && slaSeconds().getAsInt() < 0) {
            throw new IllegalArgumentException("slaSeconds must not be negative");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableInboundQuery.Builder {
        Builder() {}
    }
}
