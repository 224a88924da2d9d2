package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds, or a date by the vendor's own clock. Whatever else it holds counts as absent. */
final class RetryAfter {

    private static final int MOST_DIGITS = 12;

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
        if (!value.isEmpty() && value.length() <= MOST_DIGITS && value.chars().allMatch(RetryAfter::isDigit)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value).map(until -> {
            Instant now = response.header("Date").flatMap(RetryAfter::date).orElseGet(time::now);
            Duration wait = Duration.between(now, until);
            return wait.isNegative() ? Duration.ZERO : wait;
        });
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
