package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.mostik.core.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Json}, so that models may hold pieces of unknown shape. */
final class JsonValues {

    private JsonValues() {}

    static SimpleModule module() {
        return new SimpleModule("mostik-json")
                .addDeserializer(Json.class, new Reader())
                .addSerializer(Json.class, new Writer())
                .addSerializer(Secret.class, new Refusal());
    }

    /** Elsewhere a secret is written as a mask; sent to a vendor, a mask would be a wrong credential. */
    private static final class Refusal extends StdSerializer<Secret> {

        private static final long serialVersionUID = 1L;

        Refusal() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.reportMappingProblem("a secret is not written");
        }
    }

    /** Reads any value, straight into plain Java values; how deep it goes is bounded by the parser. */
    static final class Reader extends StdDeserializer<Json> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Json.of(value(parser, context));
        }

        private static @Nullable Object value(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentTokenId()) {
                case JsonTokenId.ID_START_OBJECT -> object(parser, context);
                case JsonTokenId.ID_START_ARRAY -> array(parser, context);
                case JsonTokenId.ID_STRING -> parser.getTextLength() == 0 ? "" : parser.getText();
                case JsonTokenId.ID_NUMBER_INT -> parser.getNumberValue();
                case JsonTokenId.ID_NUMBER_FLOAT -> parser.getDecimalValue();
                case JsonTokenId.ID_TRUE -> true;
                case JsonTokenId.ID_FALSE -> false;
                case JsonTokenId.ID_NULL -> null;
                default -> context.readValue(parser, Object.class);
            };
        }

        private static Map<String, @Nullable Object> object(JsonParser parser, DeserializationContext context)
                throws IOException {
            String name = parser.nextFieldName();
            if (name == null) {
                return new LinkedHashMap<>(2);
            }
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (; name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                object.put(name, value(parser, context));
            }
            return object;
        }

        private static List<@Nullable Object> array(JsonParser parser, DeserializationContext context)
                throws IOException {
            List<@Nullable Object> array = new ArrayList<>(4);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser, context));
            }
            return array;
        }

        /** Without this Jackson looks at the whole class again, under a lock, for each value that is read. */
        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public Json getNullValue(DeserializationContext context) {
            return Json.of(null);
        }
    }

    /** Writes any value. */
    static final class Writer extends StdSerializer<Json> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            @Nullable Object plain = value.value().orElse(null);
            provider.defaultSerializeValue(plain, generator);
        }
    }
}
