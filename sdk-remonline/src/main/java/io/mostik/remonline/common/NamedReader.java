package io.mostik.remonline.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import io.mostik.remonline.internal.JsonPiece;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads references in all their spellings; one without an id is none. */
final class NamedReader extends StdDeserializer<Named> {

    private static final long serialVersionUID = 1L;

    NamedReader() {
        super(Named.class);
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public @Nullable Named deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = JsonPiece.read(parser, context);
        return (json.isObject() ? json.get("id") : json)
                .wholeNumber()
                .map(id -> new Named(
                        id, json.first("name", "title", "fullname", "full_name").text()))
                .orElse(null);
    }
}
