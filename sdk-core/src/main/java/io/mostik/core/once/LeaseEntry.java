package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStoreException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lease as it lies in the store.
 *
 * @param at when it was taken or renewed, by the store's clock
 * @param length how long it lasts
 */
record LeaseEntry(Instant at, Duration length) {

    private static final int VERSION = 1;

    static LeaseEntry taken(StateStore store, Duration length) {
        return new LeaseEntry(store.now(), length);
    }

    static LeaseEntry parse(Entry entry) {
        try {
            Json json = Records.JSON.read(JsonType.of(Json.class), entry.value().getBytes(StandardCharsets.UTF_8));
            if (number(json, "v") == VERSION) {
                return new LeaseEntry(
                        Instant.ofEpochMilli(number(json, "at")), Duration.ofMillis(number(json, "lease")));
            }
        } catch (JsonException e) {
            throw new StateStoreException("the lease under " + entry.key() + " cannot be read", e);
        }
        throw new StateStoreException("the lease under " + entry.key() + " was written by a later release");
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", VERSION);
        fields.put("at", at.toEpochMilli());
        fields.put("lease", length.toMillis());
        return new String(Records.JSON.write(fields), StandardCharsets.UTF_8);
    }

    private static long number(Json json, String name) {
        return json.get(name).number().map(number -> number.longValue()).orElse(0L);
    }
}
