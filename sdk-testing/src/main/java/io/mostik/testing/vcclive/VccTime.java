package io.mostik.testing.vcclive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Times as the vendor writes them: local to the account, without an offset. */
final class VccTime {

    static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private VccTime() {}

    static String local(Instant time) {
        return FORMAT.format(time.atZone(ZONE));
    }

    static String utc(Instant time) {
        return FORMAT.format(time.atOffset(ZoneOffset.UTC));
    }

    static String iso(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE).toOffsetDateTime());
    }

    static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, FORMAT);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
