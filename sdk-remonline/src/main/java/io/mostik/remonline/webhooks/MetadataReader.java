package io.mostik.remonline.webhooks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import io.mostik.remonline.internal.JsonPiece;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads details of whatever shape: an event that could not be read would be sent thrice and then be lost. */
final class MetadataReader extends StdDeserializer<Map<String, Json>> {

    private static final long serialVersionUID = 1L;

    MetadataReader() {
        super(Map.class);
    }

    @Override
    public Map<String, Json> getNullValue(DeserializationContext context) {
        return Map.of();
    }

    @Override
    public Map<String, Json> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = JsonPiece.read(parser, context);
        Map<String, Json> details = new LinkedHashMap<>();
        json.names().forEach(name -> details.put(name, json.get(name)));
        List<Json> places = json.isObject() ? List.of() : json.isArray() ? json.elements() : List.of(json);
        for (int i = 0; i < places.size(); i++) {
            details.put("#" + i, places.get(i));
        }
        return details;
    }
}
