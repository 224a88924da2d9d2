package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an optional object that the older endpoints send as <code>{}</code>, and PHP as an empty array or text, where there is none. */
public final class EmptyAsAbsent extends StdDeserializer<Object> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable JsonDeserializer<Object> object;

    /** Creates the reader; Jackson does. */
    public EmptyAsAbsent() {
        this(null);
    }

    private EmptyAsAbsent(@Nullable JsonDeserializer<Object> object) {
        super(Object.class);
        this.object = object;
    }

    @Override
    public EmptyAsAbsent createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new EmptyAsAbsent(context.findContextualValueDeserializer(context.getContextualType(), property));
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken start = parser.currentToken();
        boolean blank = start == JsonToken.VALUE_STRING && parser.getText().isBlank();
        if (object == null || blank) {
            return null;
        }
        if (!start.isStructStart()) {
            return object.deserialize(parser, context);
        }
        if (parser.nextToken().isStructEnd()) {
            return null;
        }
        if (start == JsonToken.START_ARRAY) {
            throw context.wrongTokenException(parser, object.handledType(), JsonToken.START_OBJECT, "a list came");
        }
        return object.deserialize(parser, context);
    }
}
