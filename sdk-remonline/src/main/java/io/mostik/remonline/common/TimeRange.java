package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A range of times that a list is restricted to. The vendor does not say whether its ends are included, so leave room.
 *
 * @param from its begin
 * @param to its end; empty for no end
 */
public record TimeRange(Instant from, Optional<Instant> to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public TimeRange {
        Objects.requireNonNull(from, "from");
        if (Objects.requireNonNull(to, "to").filter(end -> end.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("a range must not end before it begins");
        }
    }

    /** Returns the range from a time on. */
    public static TimeRange since(Instant from) {
        return new TimeRange(from, Optional.empty());
    }

    /**
     * Returns the range between two times.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public static TimeRange between(Instant from, Instant to) {
        return new TimeRange(from, Optional.of(to));
    }

    /** Returns one time or two, as the vendor takes a range. */
    @JsonValue
    public List<Instant> times() {
        return to.map(end -> List.of(from, end)).orElseGet(() -> List.of(from));
    }
}
