package io.mostik.bridge.action.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Reads dates as the fields hold them: a day, or an instant with {@code Z}. */
public final class LocalDates {

    private LocalDates() {}

    /** Returns the local time in a zone; the beginning of a day. */
    public static LocalDateTime time(String text, ZoneId zone) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.ofInstant(Instant.parse(text), zone);
    }

    /** Returns the day in a zone. */
    public static LocalDate day(String text, ZoneId zone) {
        return time(text, zone).toLocalDate();
    }
}
