package io.mostik.remonline.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.util.List;

/** Finds the id in {@code {id}}, {@code {data: {id}}}, {@code {data: [{id}]}} and a bare number. */
final class CreatedReader extends StdDeserializer<Created> {

    private static final long serialVersionUID = 1L;

    CreatedReader() {
        super(Created.class);
    }

    @Override
    public Created deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = context.readValue(parser, Json.class);
        Json made = json.get("data").isPresent() ? json.get("data") : json;
        List<Json> several = made.elements();
        Json one = several.isEmpty() ? made : several.get(0);
        Json id = one.isObject() ? one.get("id") : one;
        long number = id.number()
                .orElseThrow(() -> context.weirdStringException("", Created.class, "no id in the answer"))
                .longValue();
        return new Created(number, one);
    }
}
