package io.mostik.bridge.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A day or a time as it was written, in a spelling that cannot be taken for another: ISO, or day, month and year between
 * points.
 *
 * @param local the time, midnight of a day without one
 * @param hasTime whether a time was written
 * @param offset the offset, if one was written
 */
public record DateText(LocalDateTime local, boolean hasTime, Optional<ZoneOffset> offset) {

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
    private static final List<DateTimeFormatter> KNOWN = List.of(ISO, pattern("dd.MM.yyyy[ H:mm[:ss]]"));

    /** Checks that no part is missing. */
    public DateText {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(offset, "offset");
    }

    /**
     * Returns the spelling of a pattern.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns what a text says; empty if it is in no known spelling. */
    public static Optional<DateText> read(String text) {
        return KNOWN.stream().flatMap(form -> read(text, form).stream()).findFirst();
    }

    /** Returns what a text says in one spelling; empty if it is in another. */
    public static Optional<DateText> read(String text, DateTimeFormatter form) {
        try {
            TemporalAccessor read = form.parse(text.strip());
            boolean hasTime = read.isSupported(ChronoField.HOUR_OF_DAY);
            LocalDateTime local =
                    hasTime ? LocalDateTime.from(read) : LocalDate.from(read).atStartOfDay();
            Optional<ZoneOffset> offset = Optional.of(read)
                    .filter(given -> given.isSupported(ChronoField.OFFSET_SECONDS))
                    .map(given -> ZoneOffset.ofTotalSeconds(given.get(ChronoField.OFFSET_SECONDS)));
            return Optional.of(new DateText(local, hasTime, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
