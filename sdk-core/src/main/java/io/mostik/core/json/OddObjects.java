package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.SettableAnyProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads optional objects so that one that cannot be read does not fail the answer: it is left out, kept as it came
 * among the unknown properties of its model, and its place is reported. Only where an answer could not be read
 * otherwise.
 */
final class OddObjects {

    /** The attribute of a reading that leaves odd objects out. */
    static final String TOLD = "io.mostik.oddObjects";

    private final SettableBeanProperty property;
    private final SettableAnyProperty unknown;

    /**
     * Creates the reader of one property.
     *
     * @param unknown keeps what the model does not know
     */
    OddObjects(SettableBeanProperty property, SettableAnyProperty unknown) {
        this.property = property;
        this.unknown = unknown;
    }

    /** Returns whether a property is an optional object of the vendor's, not a number, a word or a list. */
    static boolean isOptionalObject(SettableBeanProperty property) {
        JavaType content = property.getType().getContentType();
        return property.getType().hasRawClass(Optional.class)
                && content != null
                && content.isTypeOrSubTypeOf(Model.class);
    }

    /** Returns who is notified of what is left out; null in an ordinary reading. */
    @SuppressWarnings("unchecked")
    static @Nullable Consumer<String> told(DeserializationContext context) {
        return (Consumer<String>) context.getAttribute(TOLD);
    }

    /** Returns the value, or null after it was kept in the builder as it came. */
    @Nullable
    Object read(JsonParser parser, DeserializationContext context, Object builder) throws IOException {
        String place = parser.getParsingContext().pathAsPointer().toString();
        TokenBuffer raw = context.bufferForInputBuffering(parser);
        raw.copyCurrentStructure(parser);
        try (JsonParser again = raw.asParserOnFirstToken()) {
            return property.deserialize(again, context);
        } catch (JsonProcessingException | IllegalArgumentException | IllegalStateException e) {
            unknown.set(builder, property.getName(), json(raw, context));
            Consumer<String> told = told(context);
            if (told != null) {
                told.accept(place);
            }
            return null;
        }
    }

    private static Json json(TokenBuffer raw, DeserializationContext context) throws IOException {
        try (JsonParser again = raw.asParserOnFirstToken()) {
            return context.readValue(again, Json.class);
        }
    }
}
