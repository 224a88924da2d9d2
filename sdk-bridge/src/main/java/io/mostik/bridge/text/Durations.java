package io.mostik.bridge.text;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as settings write them: {@code 90s}, {@code 30m}, {@code 24h}, {@code 14d}, {@code 5y} of 365 days. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([smhdy])");
    private static final int DAYS_OF_YEAR = 365;

    private Durations() {}

    /** Returns the length of a text; empty if it is none. */
    public static Optional<Duration> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    default -> Duration.ofDays(count * DAYS_OF_YEAR);
                });
    }
}
