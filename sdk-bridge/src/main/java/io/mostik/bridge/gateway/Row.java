package io.mostik.bridge.gateway;

import io.mostik.core.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects the values of one row as 1C reads them: what is not there is left out. */
final class Row {

    private static final int LONGEST_TEXT = 4_000;

    private final Map<String, Object> values = new LinkedHashMap<>();

    Row put(String name, Object value) {
        values.put(FlatAnswer.identifier(name), value);
        return this;
    }

    Row put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Row put(String name, OptionalLong value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Row time(String name, Optional<Instant> at, ZoneId zone) {
        return put(name, at.map(instant -> FlatAnswer.local(instant, zone)));
    }

    /** Adds a value of a vendor's own kind: its text, if it is a scalar. */
    Row json(String name, Json value) {
        return put(name, value.text().filter(text -> !text.isEmpty() && text.length() <= LONGEST_TEXT));
    }

    Map<String, Object> values() {
        return values;
    }
}
