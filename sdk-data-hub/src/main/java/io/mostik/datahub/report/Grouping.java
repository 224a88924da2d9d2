package io.mostik.datahub.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The grouping of records.
 *
 * @param name of the grouping, as the head of a column
 * @param key of a record's group; an empty text groups what has none
 */
public record Grouping(String name, Function<HubRecord, String> key) {

    /** Everything in one group. */
    public static final Grouping NONE = new Grouping("all", record -> "");

    /** By the name of the location, or its id where the key may not see it. */
    public static final Grouping LOCATION =
            new Grouping("location", record -> record.location().orElseGet(() -> id(record.locationId())));

    /** By the id of the advertising campaign. */
    public static final Grouping CAMPAIGN =
            new Grouping("campaign", record -> record.adCampaignId().orElse(""));

    /** By the name of the responsible manager where the settings ask for it, else by the id. */
    public static final Grouping MANAGER =
            new Grouping("manager", record -> record.manager().orElseGet(() -> id(record.managerId())));

    /** Rejects null components. */
    public Grouping {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }

    /** Returns the grouping by the day on which orders were made, as {@code 2026-03-01}. */
    public static Grouping day(ZoneId zone) {
        return day(DateBy.CREATED, zone);
    }

    /** Returns the grouping by a day of the orders, as {@code 2026-03-01}. */
    public static Grouping day(DateBy date, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return new Grouping("day", record -> day(date.of(record), zone));
    }

    /** Returns the grouping by the week in which orders were made, by its Monday as {@code 2026-03-02}. */
    public static Grouping week(ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return new Grouping(
                "week",
                record -> record.createdAt()
                        .map(at -> at.atZone(zone)
                                .toLocalDate()
                                .with(DayOfWeek.MONDAY)
                                .toString())
                        .orElse(""));
    }

    private static String day(Optional<Instant> time, ZoneId zone) {
        return time.map(at -> at.atZone(zone).toLocalDate().toString()).orElse("");
    }

    private static String id(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }
}
