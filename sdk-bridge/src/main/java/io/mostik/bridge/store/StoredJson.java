package io.mostik.bridge.store;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;

/** Writes data of events as text and reads it again. */
public final class StoredJson {

    private static final JsonCodec JSON = JsonCodec.snakeCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);

    private StoredJson() {}

    /** Returns a model, map or list as maps, lists, texts, numbers and booleans only. */
    public static Json plain(Object value) {
        return read(write(value));
    }

    /** Returns the text of a value. */
    public static String write(Object value) {
        return new String(JSON.write(value), StandardCharsets.UTF_8);
    }

    /**
     * Returns the value of a text.
     *
     * @throws JsonException if it is no JSON
     */
    public static Json read(String text) {
        return JSON.read(ANY, text.getBytes(StandardCharsets.UTF_8));
    }
}
