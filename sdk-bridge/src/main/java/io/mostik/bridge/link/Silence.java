package io.mostik.bridge.link;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A link for which nothing has come for longer than is normal: a sender that has switched a webhook off says so nowhere.
 *
 * @param link the name of the link
 * @param since when something last came, or the link began
 */
public record Silence(String link, Instant since) {

    private static final int LONGEST_LOOK = 3_660;

    /** Checks that no part is missing. */
    public Silence {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(since, "since");
    }

    /** Returns how much of the time between two instants counts. */
    static Duration counted(Instant from, Instant to, boolean onWorkdays, ZoneId zone) {
        if (!onWorkdays || !from.isBefore(to)) {
            return Duration.between(from, to);
        }
        Duration counted = Duration.ZERO;
        ZonedDateTime at = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        for (int day = 0; day < LONGEST_LOOK && at.isBefore(end); day++) {
            ZonedDateTime midnight = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            ZonedDateTime next = midnight.isBefore(end) ? midnight : end;
            boolean isFree = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
            counted = isFree ? counted : counted.plus(Duration.between(at, next));
            at = next;
        }
        return counted;
    }
}
