package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads {@link OpenValue} and {@link OpenNumber} by the constructor of their record. */
final class OpenValueReader extends JsonDeserializer<Object> implements ContextualDeserializer {

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        Class<?> type = context.getContextualType().getRawClass();
        RecordComponent component = type.getRecordComponents()[0];
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor(component.getType());
        } catch (NoSuchMethodException e) {
            return context.reportBadDefinition(type, "must be a record of one value");
        }
        // Done by Jackson, to which the packages of models are open.
        ClassUtil.checkAndFixAccess(constructor, false);
        JavaType content = context.constructType(component.getGenericType());
        return new Reader(constructor, context.findContextualValueDeserializer(content, property));
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        throw new IllegalStateException("a reader is made for each type");
    }

    private static final class Reader extends JsonDeserializer<Object> {

        private final Constructor<?> constructor;
        private final JsonDeserializer<Object> content;

        Reader(Constructor<?> constructor, JsonDeserializer<Object> content) {
            this.constructor = constructor;
            this.content = content;
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = content.deserialize(parser, context);
            if (value == null) {
                return null;
            }
            try {
                return constructor.newInstance(value);
            } catch (InvocationTargetException e) {
                return context.handleInstantiationProblem(
                        constructor.getDeclaringClass(), null, e.getTargetException());
            } catch (ReflectiveOperationException e) {
                return context.handleInstantiationProblem(constructor.getDeclaringClass(), null, e);
            }
        }
    }
}
