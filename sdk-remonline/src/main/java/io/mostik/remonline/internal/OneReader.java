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

/** Reads {@link One}. */
final class OneReader extends StdDeserializer<One<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType type;

    OneReader() {
        this(null);
    }

    private OneReader(@Nullable JavaType type) {
        super(One.class);
        this.type = type;
    }

    @Override
    public OneReader createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new OneReader(context.getContextualType().containedType(0));
    }

    @Override
    public One<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        JsonNode data = tree.path("data");
        JsonNode one = data.isArray() && data.size() > 0 ? data.get(0) : data.isObject() ? data : tree;
        return new One<>(context.readTreeAsValue(one, type));
    }
}
