package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.mostik.core.PartialList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a list row by row where the reading asks for it, so that a row that cannot be read does not fail the answer: it
 * is left out, counted in a {@link PartialList}, and its place is reported. Lists inside of a row or a model are read
 * whole: an order that lacks a line is another order. A list none of whose rows can be read fails.
 */
final class OddRows extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    OddRows(JsonDeserializer<?> whole) {
        super(whole);
    }

    /** Puts itself before the readers of lists. */
    static final class Modifier extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> whole) {
            // Jackson has chosen the class by now, for List as for Collection.
            return type.hasRawClass(ArrayList.class) ? new OddRows(whole) : whole;
        }
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> whole) {
        return new OddRows(whole);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        SkippedPlaces skipped = SkippedPlaces.of(context);
        return skipped != null && skipped.isAmongRows() && parser.hasToken(JsonToken.START_ARRAY)
                ? rows(parser, context, skipped)
                : super.deserialize(parser, context);
    }

    private List<?> rows(JsonParser parser, DeserializationContext context, SkippedPlaces skipped) throws IOException {
        String list = parser.getParsingContext().getParent().pathAsPointer().toString();
        List<Object> rows = new ArrayList<>();
        JsonProcessingException first = null;
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try (TokenBuffer alone = alone(parser)) { // what is not JSON fails the answer, not a row
                JsonProcessingException odd =
                        skipped.inRow(context, list + "/" + index, () -> rows.add(only(alone, context)));
                first = first == null ? odd : first;
            }
            index++;
        }
        if (rows.isEmpty() && first != null) {
            throw first;
        }
        return PartialList.of(rows, index - rows.size());
    }

    /** Copies a row as the only one of a list, so that all that is said of the list's elements holds for it. */
    private static TokenBuffer alone(JsonParser parser) throws IOException {
        TokenBuffer alone = new TokenBuffer(parser.getCodec(), false).forceUseOfBigDecimal(true);
        alone.writeStartArray();
        alone.copyCurrentStructure(parser);
        alone.writeEndArray();
        return alone;
    }

    private Object only(TokenBuffer alone, DeserializationContext context) throws IOException {
        try (JsonParser again = alone.asParserOnFirstToken()) {
            Iterator<?> rows = ((Collection<?>) super.deserialize(again, context)).iterator();
            Object row = rows.hasNext() ? rows.next() : null;
            if (row == null) {
                throw context.weirdStringException("", handledType(), "a row is null");
            }
            return row;
        }
    }
}
