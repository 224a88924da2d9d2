package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import io.mostik.core.json.Json;
import java.io.IOException;

/** Reads a piece of unknown shape within a model. Jackson's own {@code readValue} looks at the annotations of the class each time. */
public final class JsonPiece {

    private JsonPiece() {}

    /** Reads what begins at the current token. */
    public static Json read(JsonParser parser, DeserializationContext context) throws IOException {
        return (Json) context.findNonContextualValueDeserializer(context.constructType(Json.class))
                .deserialize(parser, context);
    }
}
