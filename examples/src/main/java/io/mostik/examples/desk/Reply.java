package io.mostik.examples.desk;

import io.mostik.core.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the desk answers to its page.
 *
 * @param status HTTP status
 * @param json the body
 */
record Reply(int status, String json) {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    static Reply of(Object value) {
        return new Reply(200, new String(JSON.write(value), StandardCharsets.UTF_8));
    }

    static Reply refused(int status, String message) {
        return new Reply(status, new String(JSON.write(Map.of("message", message)), StandardCharsets.UTF_8));
    }
}
