package io.mostik.pbx.webhooks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and durations in the spellings of PBXs. What cannot be read is empty, negative durations included. */
final class Times {

    private static final Pattern EPOCH = Pattern.compile("([0-9]{10})([0-9]{3})?([0-9]{3})?(\\.[0-9]{1,9})?");
    private static final Pattern GREGORIAN = Pattern.compile("6[2-9][0-9]{9}");
    private static final long YEAR_ZERO_TO_EPOCH = 62_167_219_200L;
    private static final Pattern LOCAL = Pattern.compile("([0-9]{4})([-./]) ?([0-9]{1,2})\\2 ?([0-9]{1,2})\\.?(?:T|,? )"
            + "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4}),? " + "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,12})(?:\\.[0-9]+)?");
    private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,9}) ?(ms|s|sec|mp|сек|с)\\.?");
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-5][0-9])");
    private static final int MINUTE = 60;

    private Times() {}

    static Optional<Instant> instant(String text, ZoneId zone, List<String> patterns) {
        String stripped = text.strip();
        for (String pattern : patterns) {
            Optional<Instant> found = by(pattern, stripped, zone);
            if (found.isPresent()) {
                return found;
            }
        }
        return known(stripped, zone);
    }

    private static Optional<Instant> by(String pattern, String text, ZoneId zone) {
        try {
            TemporalAccessor time = DateTimeFormatter.ofPattern(pattern)
                    .parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> known(String text, ZoneId zone) {
        try {
            Matcher epoch = EPOCH.matcher(text);
            if (epoch.matches()) {
                return Optional.of(epoch(epoch));
            }
            if (GREGORIAN.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text) - YEAR_ZERO_TO_EPOCH));
            }
            Matcher local = LOCAL.matcher(text);
            if (local.matches()) {
                return Optional.of(local(local, 1, 3, 4, 5).atZone(zone).toInstant());
            }
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                return Optional.of(local(dayFirst, 3, 2, 1, 4).atZone(zone).toInstant());
            }
            boolean isRfc = !text.isEmpty() && Character.isLetter(text.charAt(0));
            return Optional.of(
                    isRfc
                            ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))
                            : OffsetDateTime.parse(withOffset(text)).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Seconds, milliseconds or microseconds, by their number of digits. */
    private static Instant epoch(Matcher epoch) {
        BigDecimal fraction = new BigDecimal("0" + (epoch.group(4) == null ? "" : epoch.group(4)));
        StringBuilder digits = new StringBuilder();
        for (int group = 2; group <= 3; group++) {
            digits.append(epoch.group(group) == null ? "" : epoch.group(group));
        }
        BigDecimal below = digits.isEmpty() ? fraction : new BigDecimal("0." + digits);
        long nanos = below.movePointRight(9).setScale(0, RoundingMode.DOWN).longValueExact();
        return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)), nanos);
    }

    private static LocalDateTime local(Matcher found, int year, int month, int day, int hour) {
        int seconds = found.group(hour + 2) == null ? 0 : Integer.parseInt(found.group(hour + 2));
        String fraction = found.groupCount() > hour + 2 ? found.group(hour + 3) : null;
        int nanos = fraction == null
                ? 0
                : new BigDecimal("0." + fraction).movePointRight(9).intValue();
        return LocalDateTime.of(
                Integer.parseInt(found.group(year)),
                Integer.parseInt(found.group(month)),
                Integer.parseInt(found.group(day)),
                Integer.parseInt(found.group(hour)),
                Integer.parseInt(found.group(hour + 1)),
                seconds,
                nanos);
    }

    /** A plus that went through a query is a blank; hours and minutes may stand without a colon. */
    private static String withOffset(String text) {
        return text.replaceFirst(" ([+-][0-9])", "$1")
                .replaceFirst("([0-9]) ([0-9]{2}:?[0-9]{2})$", "$1+$2")
                .replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2")
                .replaceFirst("^([0-9]{4}-[0-9]{2}-[0-9]{2}) ", "$1T");
    }

    /** Zero dates mean "not yet". */
    static boolean isNone(String text) {
        return text.isBlank() || text.startsWith("0000-00-00") || text.equals("0") || text.equalsIgnoreCase("null");
    }

    static Optional<Duration> duration(String text, ChronoUnit unit) {
        String stripped = text.strip();
        Matcher seconds = SECONDS.matcher(stripped);
        if (seconds.matches()) {
            return Optional.of(Duration.of(Long.parseLong(seconds.group(1)), unit));
        }
        Matcher named = WITH_UNIT.matcher(stripped);
        if (named.matches()) {
            ChronoUnit said = named.group(2).equals("ms") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
            return Optional.of(Duration.of(Long.parseLong(named.group(1)), said));
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
