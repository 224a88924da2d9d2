package io.mostik.bridge.trigger;

import io.mostik.bridge.store.StoredJson;
import io.mostik.core.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sender told, as the data of an event.
 *
 * @param trigger the name of the trigger
 * @param id what tells it from others, if not the id of the request
 * @param at when it happened, if it was told
 * @param data what was told
 */
record Told(String trigger, Optional<String> id, Optional<Instant> at, Json data) {

    static Told of(String trigger, Optional<Instant> at, Data data) {
        return new Told(trigger, Optional.empty(), at, data.json());
    }

    static Told of(String trigger, Json data) {
        return new Told(trigger, Optional.empty(), Optional.empty(), data);
    }

    Told withId(String newId) {
        return new Told(trigger, Optional.of(newId), at, data);
    }

    /** Collects the data of an event; what is absent is left out. */
    static final class Data {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Data put(String name, Optional<?> value) {
            value.ifPresent(present -> values.put(name, present.toString()));
            return this;
        }

        Data put(String name, OptionalLong value) {
            value.ifPresent(present -> values.put(name, present));
            return this;
        }

        Data put(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        Data put(String name, Json value) {
            value.value().ifPresent(present -> values.put(name, present));
            return this;
        }

        Json json() {
            return StoredJson.plain(values);
        }
    }
}
