package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@link SingleResult}. */
final class SingleResultReader extends StdDeserializer<SingleResult<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType type;

    SingleResultReader() {
        this(null);
    }

    private SingleResultReader(@Nullable JavaType type) {
        super(SingleResult.class);
        this.type = type;
    }

    @Override
    public SingleResultReader createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new SingleResultReader(context.getContextualType().containedType(0));
    }

    @Override
    public SingleResult<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        JsonNode data = tree.path("data");
        JsonNode one = data.isMissingNode() ? tree : data.isArray() ? data.path(0) : data;
        Object value = one.isObject() ? context.readTreeAsValue(one, type) : null;
        if (value == null) {
            throw context.wrongTokenException(parser, SingleResult.class, null, "an object was expected");
        }
        return new SingleResult<>(value);
    }
}
