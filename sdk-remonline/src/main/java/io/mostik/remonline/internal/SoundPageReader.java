package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@link SoundPage}: row by row, so that a bad one does not take the others with it. */
final class SoundPageReader extends StdDeserializer<SoundPage<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType row;

    SoundPageReader() {
        this(null);
    }

    private SoundPageReader(@Nullable JavaType row) {
        super(SoundPage.class);
        this.row = row;
    }

    @Override
    public SoundPageReader createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new SoundPageReader(context.getContextualType().containedType(0));
    }

    @Override
    public SoundPage<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        JsonNode rows = tree.path("data");
        if (!tree.isObject() || !(rows.isArray() || rows.isNull() || rows.isMissingNode())) {
            throw context.wrongTokenException(parser, SoundPage.class, null, "a list was expected");
        }
        List<Object> sound = new ArrayList<>();
        for (JsonNode each : rows) {
            read(context, each).ifPresent(sound::add);
        }
        if (sound.isEmpty() && !rows.isEmpty()) {
            throw context.wrongTokenException(parser, SoundPage.class, null, "no row can be read");
        }
        JsonNode paging = tree.path("paging");
        return new SoundPage<>(
                sound,
                rows.size() - sound.size(),
                paging.isObject()
                        ? Optional.of(context.readTreeAsValue(paging, RoPage.Paging.class))
                        : Optional.empty());
    }

    private Optional<Object> read(DeserializationContext context, JsonNode each) throws IOException {
        try {
            return Optional.ofNullable(context.readTreeAsValue(each, row));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
