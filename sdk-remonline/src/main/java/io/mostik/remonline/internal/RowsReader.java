package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link Rows}. */
final class RowsReader extends StdDeserializer<Rows<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType row;

    RowsReader() {
        this(null);
    }

    private RowsReader(@Nullable JavaType row) {
        super(Rows.class);
        this.row = row;
    }

    @Override
    public RowsReader createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new RowsReader(context.getContextualType().containedType(0));
    }

    @Override
    public Rows<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        JsonNode rows = tree.isObject() ? tree.path("data") : tree;
        if (!rows.isArray() && !rows.isNull()) {
            throw context.wrongTokenException(parser, Rows.class, null, "a list was expected");
        }
        List<Object> list = new ArrayList<>();
        for (JsonNode each : rows) {
            list.add(context.readTreeAsValue(each, row));
        }
        return new Rows<>(list);
    }
}
