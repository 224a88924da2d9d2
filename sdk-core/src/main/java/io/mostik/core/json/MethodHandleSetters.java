package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableAnyProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.impl.MethodProperty;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets the properties of builders: a null leaves a property as it is, one within a list or map is refused. Calls the setters by
 * handles: by reflection, each property of each object costs an array of arguments.
 */
final class MethodHandleSetters extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
        List<SettableBeanProperty> all = new ArrayList<>();
        builder.getProperties().forEachRemaining(all::add);
        for (SettableBeanProperty property : all) {
            if (property instanceof MethodProperty) {
                boolean mayBeOdd = OddObjects.isOptionalObject(property);
                builder.addOrReplaceProperty(new Direct(property, mayBeOdd ? builder.getAnySetter() : null), true);
            }
        }
        return builder;
    }

    /** A property set by a method. */
    private static final class Direct extends SettableBeanProperty.Delegating {

        private static final long serialVersionUID = 1L;
        private static final MethodType SETTER = MethodType.methodType(Object.class, Object.class, Object.class);

        private static final int BY_REFLECTION = 10_000;

        // Both are written by any thread: a lost count or a second handle does no harm.
        private transient int calls;
        private transient @Nullable MethodHandle setter;

        /** Keeps an optional object that cannot be read; null for other properties. */
        private final @Nullable SettableAnyProperty unknown;

        Direct(SettableBeanProperty property, @Nullable SettableAnyProperty unknown) {
            super(property);
            this.unknown = unknown;
        }

        @Override
        protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
            return new Direct(property, unknown);
        }

        /**
         * A process that reads little is faster without: all that was compiled around the setter is compiled anew, which takes
         * as long as thousands of calls save.
         */
        private @Nullable MethodHandle setter() {
            MethodHandle known = setter;
            if (known == null && calls++ >= BY_REFLECTION) {
                known = newSetter();
                setter = known;
            }
            return known;
        }

        /** Jackson has made the method accessible, so its handle is. */
        private @Nullable MethodHandle newSetter() {
            try {
                Method method = (Method) delegate.getMember().getMember();
                return MethodHandles.lookup().unreflect(method).asType(SETTER);
            } catch (IllegalAccessException e) {
                calls = Integer.MIN_VALUE;
                return null;
            }
        }

        @Override
        public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object builder)
                throws IOException {
            SkippedPlaces skipped = SkippedPlaces.of(context);
            Object value = skipped == null
                    ? value(parser, context, builder)
                    : skipped.inModel(() -> value(parser, context, builder));
            if (value == null) {
                return builder;
            }
            Nulls.refuseWithin(context, delegate, value);
            MethodHandle direct = setter();
            return direct == null ? delegate.setAndReturn(builder, value) : set(direct, parser, builder, value);
        }

        private @Nullable Object value(JsonParser parser, DeserializationContext context, Object builder)
                throws IOException {
            return unknown != null && OddObjects.told(context) != null
                    ? new OddObjects(delegate, unknown).read(parser, context, builder)
                    : delegate.deserialize(parser, context);
        }

        private static Object set(MethodHandle setter, JsonParser parser, Object builder, Object value)
                throws IOException {
            try {
                Object result = (Object) setter.invokeExact(builder, value);
                return result == null ? builder : result;
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                throw JsonMappingException.from(parser, String.valueOf(e.getMessage()), e);
            }
        }
    }
}
