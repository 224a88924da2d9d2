package io.mostik.datahub.filter.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A time as people write it: a whole day, or one second.
 *
 * @param from its begin, itself included
 * @param to its end, not included
 */
record Span(Instant from, Instant to) {

    private static final int DAY = 10;

    static Optional<Span> read(String text, ZoneId zone) {
        try {
            if (text.length() == DAY) {
                LocalDate day = LocalDate.parse(text);
                return Optional.of(new Span(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
            }
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Optional.of(new Span(time, time.plusSeconds(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the shortest span that holds all of some; empty if there are none. */
    static Optional<Span> around(List<Span> spans) {
        Optional<Instant> first = spans.stream().map(Span::from).min(Instant::compareTo);
        Optional<Instant> last = spans.stream().map(Span::to).max(Instant::compareTo);
        return first.flatMap(from -> last.map(to -> new Span(from, to)));
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
