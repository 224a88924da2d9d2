package io.mostik.bridge.server.page;

import io.mostik.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of the office: texts by name.
 *
 * @param values by name
 */
public record Question(Map<String, String> values) {

    /** Copies the values. */
    public Question {
        values = Map.copyOf(values);
    }

    /** Returns the texts, numbers and flags at the top of a JSON object. */
    public static Question of(Json json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.names()
                .forEach(name -> json.get(name)
                        .value()
                        .filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean)
                        .ifPresent(value -> values.put(name, value.toString())));
        return new Question(values);
    }

    /** Returns a text that is not blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Returns a text that has to be there. */
    public String need(String name) {
        return find(name).orElseThrow(() -> new OfficeException(400, name + " is missing"));
    }

    /** Returns whether it is {@code true}. */
    public boolean isTrue(String name) {
        return find(name).filter("true"::equals).isPresent();
    }

    /** Returns a time, read as ISO: with an offset, or local in this zone. */
    public Optional<Instant> time(String name, ZoneId zone) {
        return find(name).map(text -> {
            try {
                return text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw new OfficeException(
                        400, name + " must be a time, such as 2026-11-29T03:00 or 2026-11-29T00:00:00Z");
            }
        });
    }

    /** Returns a number from 1 to {@code most}. */
    public int number(String name, int otherwise, int most) {
        return find(name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                        throw new OfficeException(400, name + " must be 1 to " + most);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }
}
