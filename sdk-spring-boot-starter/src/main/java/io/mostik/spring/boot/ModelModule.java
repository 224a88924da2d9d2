package io.mostik.spring.boot;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.Model;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets a Jackson 3 mapper read the SDK's models: their builders are named by an annotation of Jackson 2, which it does not
 * know. It writes them without help.
 */
final class ModelModule extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    ModelModule() {
        super("mostik-models");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Models());
    }

    private static final class Models extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isModel(type.getRawClass()) ? new ModelDeserializer<>(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isModel(type);
        }

        private static boolean isModel(Class<?> type) {
            return Model.class.isAssignableFrom(type);
        }
    }

    private static final class ModelDeserializer<T> extends ValueDeserializer<T> {

        private final JsonType<T> type;

        ModelDeserializer(Class<T> type) {
            this.type = JsonType.of(type);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            byte[] json = copy(parser).getBytes(StandardCharsets.UTF_8);
            try {
                return JsonCodec.camelCase().read(type, json);
            } catch (JsonException e) { // a mapper's own failure, so that Spring answers 400
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }

        /** Digit by digit: a tree of this mapper would make floats of amounts of money. */
        private static String copy(JsonParser parser) {
            StringWriter text = new StringWriter();
            try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
                copy.copyCurrentStructureExact(parser);
            }
            return text.toString();
        }
    }
}
