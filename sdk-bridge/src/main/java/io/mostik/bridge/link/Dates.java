package io.mostik.bridge.link;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads days and times in the spellings in which they cannot be taken for others. */
final class Dates {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter POINTS =
            DateTimeFormatter.ofPattern("dd.MM.uuuu[ HH:mm[:ss]]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private Dates() {}

    /** Returns the formatter of a pattern; throws IllegalArgumentException if it is none. */
    static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns the moment of a text; local times are of the zone, days begin at midnight. */
    static Optional<Instant> instant(String text, ZoneId zone) {
        return parsed(text, List.of(ISO, POINTS))
                .flatMap(read ->
                        local(read, zone).map(local -> local.atZone(zone).toInstant()));
    }

    /**
     * Returns a day or a local time in its fixed spelling, {@code 2026-11-29} or {@code 2026-11-29T13:05:02}; empty if the
     * text is none.
     */
    static Optional<String> iso(String text, Optional<DateTimeFormatter> pattern, ZoneId zone) {
        List<DateTimeFormatter> formatters = pattern.map(List::of).orElse(List.of(ISO, POINTS));
        return parsed(text, formatters)
                .flatMap(read -> local(read, zone)
                        .map(local -> read.isSupported(ChronoField.HOUR_OF_DAY)
                                ? LOCAL.format(local)
                                : local.toLocalDate().toString()));
    }

    private static Optional<TemporalAccessor> parsed(String text, List<DateTimeFormatter> formatters) {
        for (DateTimeFormatter formatter : formatters) {
            try {
                return Optional.of(formatter.parse(text.strip()));
            } catch (DateTimeException e) {
                // the next spelling
            }
        }
        return Optional.empty();
    }

    /** A time with an offset is told in the zone; the first and the last days of all stand for "no date". */
    private static Optional<LocalDateTime> local(TemporalAccessor read, ZoneId zone) {
        try {
            LocalDate day = LocalDate.from(read);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                return Optional.empty();
            }
            if (read.isSupported(ChronoField.OFFSET_SECONDS)) {
                ZoneOffset offset = ZoneOffset.ofTotalSeconds(read.get(ChronoField.OFFSET_SECONDS));
                OffsetDateTime told = OffsetDateTime.of(LocalDateTime.from(read), offset);
                return Optional.of(told.atZoneSameInstant(zone).toLocalDateTime());
            }
            return Optional.of(
                    read.isSupported(ChronoField.HOUR_OF_DAY) ? LocalDateTime.from(read) : day.atStartOfDay());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
