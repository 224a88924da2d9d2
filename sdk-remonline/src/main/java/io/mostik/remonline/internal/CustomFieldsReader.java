package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads own fields: an object by their keys, or a list of {@code {id, value}} as clients in public have seen. One of a list
 * that has no id costs only itself: it is kept as it came, by its place such as {@code #0}.
 */
public final class CustomFieldsReader extends StdDeserializer<Map<String, Json>> {

    private static final long serialVersionUID = 1L;

    /** Creates the reader; Jackson does. */
    public CustomFieldsReader() {
        super(Map.class);
    }

    @Override
    public Map<String, Json> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                fields.put(name, JsonPiece.read(parser, context));
            }
            return fields;
        }
        Json json = JsonPiece.read(parser, context);
        if (!json.isArray()) {
            throw context.wrongTokenException(parser, Map.class, null, "own fields were expected");
        }
        List<Json> list = json.elements();
        for (int i = 0; i < list.size(); i++) {
            Json one = list.get(i);
            Optional<String> id = one.get("id").text().map(String::strip).filter(text -> !text.isEmpty());
            fields.put(id.map(CustomFieldsReader::key).orElse("#" + i), id.isPresent() ? one.get("value") : one);
        }
        return fields;
    }

    private static String key(String id) {
        return id.startsWith("f") ? id : "f" + id;
    }
}
