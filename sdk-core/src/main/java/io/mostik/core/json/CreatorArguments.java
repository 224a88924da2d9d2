package io.mostik.core.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.impl.PropertyValueBuffer;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.module.SimpleValueInstantiators;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Is called before the constructor of every record and creator: an argument that is null or missing becomes "nothing"
 * in its type ({@link Absent}), or the answer is refused with the name of the property. Without it a null would reach
 * the constructor, and end in a NullPointerException after the vendor has acted.
 */
final class CreatorArguments extends SimpleValueInstantiators {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueInstantiator findValueInstantiator(
            DeserializationConfig config, BeanDescription description, ValueInstantiator standard) {
        return standard.canCreateFromObjectWith() ? new Checked(standard, description.getBeanClass()) : standard;
    }

    private static final class Checked extends ValueInstantiator.Delegating {

        private static final long serialVersionUID = 1L;

        private final Class<?> type;
        private final boolean nullMarked;

        Checked(ValueInstantiator standard, Class<?> type) {
            super(standard);
            this.type = type;
            this.nullMarked = isNullMarked(type);
        }

        @Override
        public ValueInstantiator createContextual(DeserializationContext context, BeanDescription description)
                throws JsonMappingException {
            return new Checked(delegate().createContextual(context, description), type);
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer buffer)
                throws IOException {
            return createFromObjectWith(context, buffer.getParameters(properties));
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, @Nullable Object[] arguments)
                throws IOException {
            SettableBeanProperty[] properties = getFromObjectArguments(context.getConfig());
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = argument(context, properties[i], arguments[i]);
            }
            return super.createFromObjectWith(context, arguments);
        }

        @Override
        public Object createUsingDelegate(DeserializationContext context, Object delegated) throws IOException {
            Nulls.refuseWithin(context, delegated);
            return super.createUsingDelegate(context, delegated);
        }

        @Override
        public Object createUsingArrayDelegate(DeserializationContext context, Object delegated) throws IOException {
            Nulls.refuseWithin(context, delegated);
            return super.createUsingArrayDelegate(context, delegated);
        }

        private @Nullable Object argument(
                DeserializationContext context, SettableBeanProperty property, @Nullable Object value)
                throws JsonMappingException {
            if (value != null) {
                Nulls.refuseWithin(context, property, value);
                return value;
            }
            if (property.isRequired()) {
                throw Nulls.missing(context, property);
            }
            if (mayBeNull(property)) {
                return null;
            }
            Object nothing = Absent.valueOf(property.getType().getRawClass());
            if (nothing == null && nullMarked) {
                throw Nulls.missing(context, property);
            }
            return nothing;
        }

        private boolean mayBeNull(SettableBeanProperty property) {
            return (type.isRecord() && mayComponentBeNull(property.getCreatorIndex())) || mayParameterBeNull(property);
        }

        private boolean mayComponentBeNull(int index) {
            RecordComponent[] components = type.getRecordComponents();
            return index < components.length
                    && components[index].getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private static boolean mayParameterBeNull(SettableBeanProperty property) {
            return property.getMember() instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Executable creator
                    && creator.getParameters()[parameter.getIndex()]
                            .getAnnotatedType()
                            .isAnnotationPresent(Nullable.class);
        }

        /** Types that are not ours may accept null. */
        private static boolean isNullMarked(Class<?> type) {
            return type.isAnnotationPresent(NullMarked.class)
                    || type.getPackage().isAnnotationPresent(NullMarked.class);
        }
    }
}
