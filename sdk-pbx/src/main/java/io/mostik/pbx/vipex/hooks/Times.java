package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and durations in the spellings of PBXs. What cannot be read is empty; only a negative duration is refused. */
final class Times {

    private static final Pattern EPOCH = Pattern.compile("[0-9]{10}(?:[0-9]{3})?");
    private static final Pattern LOCAL = Pattern.compile(
            "([0-9]{4})[-.]([0-9]{2})[-.]([0-9]{2})\\.?[ T]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)");
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9})(?:\\.[0-9]+)?");
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-5][0-9])");
    private static final int SECONDS_LONG = 10;
    private static final int MINUTE = 60;

    private Times() {}

    static Optional<Instant> instant(String text, ZoneId zone) {
        String stripped = text.strip();
        try {
            if (EPOCH.matcher(stripped).matches()) {
                long epoch = Long.parseLong(stripped);
                return Optional.of(
                        stripped.length() == SECONDS_LONG ? Instant.ofEpochSecond(epoch) : Instant.ofEpochMilli(epoch));
            }
            Matcher local = LOCAL.matcher(stripped);
            if (local.matches()) {
                String iso = local.group(1) + "-" + local.group(2) + "-" + local.group(3) + "T" + local.group(4);
                return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
            }
            return Optional.of(OffsetDateTime.parse(stripped.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Zero dates stand for "not yet". */
    static boolean isNone(String text) {
        return text.isBlank() || text.startsWith("0000-00-00") || text.equals("0");
    }

    static Optional<Duration> duration(CallField field, String text) {
        String stripped = text.strip();
        if (stripped.startsWith("-")) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, field.setting() + " is negative");
        }
        Matcher seconds = SECONDS.matcher(stripped);
        if (seconds.matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
        }
        Matcher clock = CLOCK.matcher(stripped);
        if (!clock.matches()) {
            return Optional.empty();
        }
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        long minutes = hours * MINUTE + Long.parseLong(clock.group(2));
        return Optional.of(Duration.ofSeconds(minutes * MINUTE + Long.parseLong(clock.group(3))));
    }
}
