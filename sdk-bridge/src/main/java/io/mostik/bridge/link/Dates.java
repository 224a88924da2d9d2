package io.mostik.bridge.link;

import io.mostik.bridge.text.DateText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads days and times of events. The first and the last days of all stand for "no date". */
final class Dates {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private Dates() {}

    /** Returns the moment of a text; local times are of the zone, days begin at midnight. */
    static Optional<Instant> instant(String text, ZoneId zone) {
        return DateText.read(text)
                .filter(Dates::isDate)
                .map(read -> local(read, zone).atZone(zone).toInstant());
    }

    /**
     * Returns a day or a local time in its fixed spelling, {@code 2026-11-29} or {@code 2026-11-29T13:05:02}; empty if the
     * text is none.
     */
    static Optional<String> iso(String text, Optional<DateTimeFormatter> pattern, ZoneId zone) {
        return pattern.map(form -> DateText.read(text, form))
                .orElseGet(() -> DateText.read(text))
                .filter(Dates::isDate)
                .map(read -> {
                    LocalDateTime local = local(read, zone);
                    return read.hasTime()
                            ? LOCAL.format(local)
                            : local.toLocalDate().toString();
                });
    }

    private static boolean isDate(DateText read) {
        LocalDate day = read.local().toLocalDate();
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** A time with an offset is told in the zone. */
    private static LocalDateTime local(DateText read, ZoneId zone) {
        return read.offset()
                .map(offset ->
                        read.local().atOffset(offset).atZoneSameInstant(zone).toLocalDateTime())
                .orElseGet(read::local);
    }
}
