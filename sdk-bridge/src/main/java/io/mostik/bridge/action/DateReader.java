package io.mostik.bridge.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads days and times as 1C, people and programs write them. A day stays a day, and so does a local midnight, since 1C has
 * no days without a time; a time becomes an instant.
 */
final class DateReader {

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd"),
            form("dd.MM.uuuu"),
            form("uuuu-MM-dd['T'][' ']HH:mm[:ss]"),
            form("dd.MM.uuuu HH:mm[:ss]"),
            form("dd.MM.uuuu H:mm:ss"));
    private static final LocalDate NONE = LocalDate.of(1, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private DateReader() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns a day as {@code 2026-11-29} or an instant as {@code 2026-11-29T10:05:02Z}; empty for the empty date of 1C. */
    static Optional<String> read(String text, ZoneId zone, Supplier<FieldException> problem) {
        Optional<LocalDateTime> local = local(text);
        if (local.isPresent()) {
            return local(local.get(), zone, problem);
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            checked(time.toLocalDate(), problem);
            return Optional.of(time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
        } catch (DateTimeException e) {
            throw problem.get();
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                TemporalAccessor read = form.parseBest(text, LocalDateTime::from, LocalDate::from);
                return Optional.of(
                        read instanceof LocalDateTime time ? time : ((LocalDate) read).atTime(LocalTime.MIDNIGHT));
            } catch (DateTimeException e) {
                // the next form
            }
        }
        return Optional.empty();
    }

    private static Optional<String> local(LocalDateTime time, ZoneId zone, Supplier<FieldException> problem) {
        if (time.toLocalDate().equals(NONE)) {
            return Optional.empty();
        }
        checked(time.toLocalDate(), problem);
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return Optional.of(time.toLocalDate().toString());
        }
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw problem.get(); // the clock was put forward over it
        }
        return Optional.of(time.atZone(zone).toInstant().toString());
    }

    private static void checked(LocalDate day, Supplier<FieldException> problem) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw problem.get();
        }
    }
}
