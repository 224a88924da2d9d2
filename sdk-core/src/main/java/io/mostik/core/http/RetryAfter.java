package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code Retry-After}: seconds, also with a fraction, or a date of HTTP by the vendor's own clock. Whatever else it
 * holds counts as absent.
 */
final class RetryAfter {

    private static final int NANO_DIGITS = 9;
    private static final int FIRST_YEAR = 1980;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            form(new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR)
                    .appendPattern(" HH:mm:ss 'GMT'")),
            form(new DateTimeFormatterBuilder().appendPattern("EEE MMM d HH:mm:ss yyyy")));

    private RetryAfter() {}

    static Optional<Duration> of(ApiResponse response, TimeSource time) {
        List<String> values = response.headers("Retry-After");
        Optional<Duration> longest = Optional.empty();
        for (String value : values) {
            Optional<Duration> wait = parse(value.strip(), response, time);
            if (wait.isPresent() && (longest.isEmpty() || wait.get().compareTo(longest.get()) > 0)) {
                longest = wait;
            }
        }
        return longest;
    }

    private static Optional<Duration> parse(String value, ApiResponse response, TimeSource time) {
        if (SECONDS.matcher(value).matches()) {
            BigDecimal nanos = new BigDecimal(value).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.CEILING);
            BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(NANO_DIGITS));
            return Optional.of(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue()));
        }
        return date(value).map(until -> {
            Instant now = response.header("Date").flatMap(RetryAfter::date).orElseGet(time::now);
            Duration wait = Duration.between(now, until);
            return wait.isNegative() ? Duration.ZERO : wait;
        });
    }

    /** Reads the three forms of a date in HTTP (RFC 9110, 5.6.7). */
    private static Optional<Instant> date(String value) {
        String text = BLANKS.matcher(value).replaceAll(" ");
        return DATES.stream().flatMap(form -> read(form, text).stream()).findFirst();
    }

    private static Optional<Instant> read(DateTimeFormatter form, String text) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
