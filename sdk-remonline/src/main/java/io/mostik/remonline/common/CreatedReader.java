package io.mostik.remonline.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import io.mostik.remonline.internal.JsonPiece;
import java.io.IOException;
import java.util.List;

/** Finds the id in {@code {id}}, {@code {data: {id}}}, {@code {data: [{id}]}} and a bare number; zero is none. */
final class CreatedReader extends StdDeserializer<Created> {

    private static final long serialVersionUID = 1L;

    CreatedReader() {
        super(Created.class);
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Created deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = JsonPiece.read(parser, context);
        Json made = json.get("data").isPresent() ? json.get("data") : json;
        List<Json> several = made.elements();
        Json one = several.isEmpty() ? made : several.get(0);
        Json id = one.isObject() ? one.get("id") : one;
        long number = id.wholeNumber()
                .filter(positive -> positive > 0)
                .orElseThrow(() -> context.weirdStringException("", Created.class, "no id in the answer"));
        return new Created(number, one);
    }
}
