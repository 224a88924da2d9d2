package io.mostik.bridge.action;

import io.mostik.bridge.text.DateText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads days and times as 1C, people and programs write them. A day stays a day, and so does a local midnight, since 1C has
 * no days without a time; a time becomes an instant.
 */
final class DateReader {

    private static final LocalDate NONE = LocalDate.of(1, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private DateReader() {}

    /** Returns a day as {@code 2026-11-29} or an instant as {@code 2026-11-29T10:05:02Z}; empty for the empty date of 1C. */
    static Optional<String> read(String text, ZoneId zone, Supplier<FieldException> problem) {
        DateText read = DateText.read(text).orElseThrow(problem);
        LocalDateTime time = read.local();
        LocalDate day = time.toLocalDate();
        if (read.offset().isEmpty() && day.equals(NONE)) {
            return Optional.empty();
        }
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw problem.get();
        }
        if (read.offset().isPresent()) {
            return written(time.toInstant(read.offset().get()));
        }
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return Optional.of(day.toString());
        }
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw problem.get(); // the clock was put forward over it
        }
        return written(time.atZone(zone).toInstant());
    }

    private static Optional<String> written(Instant at) {
        return Optional.of(at.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
