package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Json}, so that models may hold pieces of unknown shape. */
final class JsonValues {

    private JsonValues() {}

    static SimpleModule module() {
        return new SimpleModule("mostik-json")
                .addDeserializer(Json.class, new Reader())
                .addSerializer(Json.class, new Writer());
    }

    /** Reads any value. */
    private static final class Reader extends StdDeserializer<Json> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Json.of(context.readValue(parser, Object.class));
        }

        @Override
        public Json getNullValue(DeserializationContext context) {
            return Json.of(null);
        }
    }

    /** Writes any value. */
    private static final class Writer extends StdSerializer<Json> {

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
