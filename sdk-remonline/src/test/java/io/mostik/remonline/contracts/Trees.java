package io.mostik.remonline.contracts;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** JSON made comparable. */
final class Trees {

    private static final JsonCodec JSON = JsonCodec.snakeCase();

    private Trees() {}

    /** Returns JSON in a form that does not depend on the order of names and on zeros at the end of numbers. */
    static String tree(String json) {
        return plain(
                JSON.read(JsonType.of(Json.class), (json.isEmpty() ? "null" : json).getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(Json json) {
        if (json.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            json.names().forEach(name -> fields.put(name, plain(json.get(name))));
            return fields.toString();
        }
        if (json.isArray()) {
            return json.elements().stream().map(Trees::plain).toList().toString();
        }
        Object value = json.value().orElse("nothing");
        return value instanceof Number
                ? json.number().orElseThrow().stripTrailingZeros().toPlainString()
                : value instanceof String ? "'" + value + "'" : value.toString();
    }
}
