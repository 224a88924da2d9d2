package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
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
        if (!rows.isArray()) {
            throw context.wrongTokenException(parser, Rows.class, null, "a list was expected");
        }
        long counted = Math.max(
                tree.path("count").asLong(0), tree.path("paging").path("count").asLong(0));
        if (counted > rows.size()) {
            String text = rows.size() + " of " + counted + " rows came, and the list has no further page";
            throw JsonMappingException.from(parser, text, new IllegalStateException(text));
        }
        return new Rows<>(list(context, rows));
    }

    private List<?> list(DeserializationContext context, JsonNode rows) throws IOException {
        List<?> list = context.readTreeAsValue(
                rows, context.getTypeFactory().constructCollectionType(List.class, Objects.requireNonNull(row, "row")));
        if (list.stream().anyMatch(Objects::isNull)) {
            throw context.weirdStringException("", Rows.class, "a row is null");
        }
        return list;
    }
}
