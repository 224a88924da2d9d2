package io.mostik.core.json;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes models for logs; called by the generated {@code toString()}. Prints what is there: an attribute that is empty
 * is left out, and one that is {@link Redacted} is a mask. An attribute that cannot be read from here, as of a type
 * that its module does not export, is left out too.
 */
public final class ModelText {

    private static final String MASK = "***";
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private ModelText() {}

    /** Returns the text of a model. */
    public static String toString(Object model) {
        Shape shape = SHAPES.get(model.getClass());
        StringJoiner text = new StringJoiner(", ", shape.name() + "{", "}");
        for (Attribute attribute : shape.attributes()) {
            String value = attribute.text(model);
            if (!value.isEmpty()) {
                text.add(attribute.name() + "=" + value);
            }
        }
        return text.toString();
    }

    /** The attributes of a type, in the order in which it declares them. */
    private record Shape(String name, List<Attribute> attributes) {

        static Shape of(Class<?> implementation) {
            Class<?> model = modelOf(implementation);
            List<Attribute> attributes = new ArrayList<>();
            for (Field field : implementation.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    accessor(model, field.getName()).ifPresent(attributes::add);
                }
            }
            return new Shape(model.getSimpleName(), attributes);
        }

        /** The generated class has one supertype, which is the model. */
        private static Class<?> modelOf(Class<?> implementation) {
            Class<?>[] interfaces = implementation.getInterfaces();
            return interfaces.length > 0 ? interfaces[0] : implementation.getSuperclass();
        }

        private static Optional<Attribute> accessor(Class<?> model, String name) {
            try {
                Method method = model.getMethod(name);
                return method.trySetAccessible()
                        ? Optional.of(new Attribute(name, method, method.getAnnotation(Redacted.class)))
                        : Optional.empty();
            } catch (NoSuchMethodException e) {
                return Optional.empty();
            }
        }
    }

    private record Attribute(
            String name, Method method, @Nullable Redacted redacted) {

        String text(Object model) {
            try {
                Object value = method.invoke(model);
                return isEmpty(value) ? "" : redacted == null ? plain(value) : masked(redacted, value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                return "";
            }
        }

        private static String masked(Redacted redacted, Object value) {
            return redacted.keys() && value instanceof Map<?, ?> map
                    ? map.keySet().toString()
                    : MASK;
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof Optional<?> some && some.isEmpty())
                || (value instanceof OptionalLong some && some.isEmpty())
                || (value instanceof OptionalInt some && some.isEmpty())
                || (value instanceof OptionalDouble some && some.isEmpty())
                || (value instanceof Collection<?> some && some.isEmpty())
                || (value instanceof Map<?, ?> some && some.isEmpty())
                || (value instanceof Json some && !some.isPresent())
                || value.equals("");
    }

    private static String plain(Object value) {
        if (value instanceof Optional<?> some) {
            return some.map(ModelText::plain).orElse("");
        }
        if (value instanceof OptionalLong some) {
            return Long.toString(some.getAsLong());
        }
        if (value instanceof OptionalInt some) {
            return Integer.toString(some.getAsInt());
        }
        if (value instanceof OptionalDouble some) {
            return Double.toString(some.getAsDouble());
        }
        if (value instanceof OpenValue open) {
            return open.value();
        }
        if (value instanceof OpenNumber open) {
            return Long.toString(open.value());
        }
        if (value instanceof Collection<?> some) {
            return some.stream().map(ModelText::plain).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
