package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mostik.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a webhook writes it: local time of the account in one of two spellings, or ISO 8601 with an offset. One that
 * cannot be read is kept as text, and does not fail the event.
 *
 * @param value the vendor's text
 */
public record EventTime(@JsonValue String value) {

    private static final Pattern LOCAL = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d)[:-](\\d\\d)[:-](\\d\\d)");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}(\\d{3})?");
    private static final int SECONDS = 10;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX][X]");

    /** Refuses a missing text. */
    public EventTime {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the time of this text. */
    public static EventTime of(String value) {
        return new EventTime(value);
    }

    /** Seconds or milliseconds since 1970 may come as a number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EventTime read(Json value) {
        return new EventTime(value.text().orElse(""));
    }

    /** Returns whether it tells a time of day at all. */
    boolean isReadable() {
        return instant().isPresent() || local().isPresent();
    }

    /** Returns the time on the account's clocks, with or without an offset behind it; empty if it cannot be read. */
    public Optional<LocalDateTime> local() {
        Matcher parts = LOCAL.matcher(value.strip());
        if (!parts.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(
                    parts.group(1) + "T" + parts.group(2) + ":" + parts.group(3) + ":" + parts.group(4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the moment, if the text says an offset from UTC, or counts seconds or milliseconds since 1970. */
    public Optional<Instant> instant() {
        if (EPOCH.matcher(value.strip()).matches()) {
            long count = Long.parseLong(value.strip());
            return Optional.of(
                    value.strip().length() == SECONDS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count));
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.strip(), ISO).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the moment; a text without an offset is a time of this zone, which should be the account's. */
    public Optional<Instant> instant(ZoneId account) {
        return instant().or(() -> local().map(time -> time.atZone(account).toInstant()));
    }
}
