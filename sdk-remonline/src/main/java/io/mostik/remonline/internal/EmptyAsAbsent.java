package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an optional object that the older endpoints send as <code>{}</code> where there is none. */
public final class EmptyAsAbsent extends StdDeserializer<Object> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType type;

    /** Creates the reader; Jackson does. */
    public EmptyAsAbsent() {
        this(null);
    }

    private EmptyAsAbsent(@Nullable JavaType type) {
        super(Object.class);
        this.type = type;
    }

    @Override
    public EmptyAsAbsent createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new EmptyAsAbsent(context.getContextualType());
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        TreeNode tree = context.readTree(parser);
        return tree.size() == 0 ? null : context.readTreeAsValue((JsonNode) tree, type);
    }
}
