package io.mostik.remonline.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the id in {@code {id}}, {@code {data: {id}}}, {@code {data: [{id}]}} and a bare number; zero is none. */
final class CreatedReader extends StdDeserializer<Created> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable JsonDeserializer<?> any;

    CreatedReader() {
        this(null);
    }

    private CreatedReader(@Nullable JsonDeserializer<?> any) {
        super(Created.class);
        this.any = any;
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    /** Looks up the reader of what comes once, and not at each answer. */
    @Override
    public CreatedReader createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new CreatedReader(context.findRootValueDeserializer(context.constructType(Json.class)));
    }

    @Override
    public Created deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = any == null ? context.readValue(parser, Json.class) : (Json) any.deserialize(parser, context);
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
